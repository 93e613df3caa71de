import { describeJournal } from '../testing/journal-contract'
import { createMemoryJournal } from './memory-journal'

describeJournal('The journal in memory', createMemoryJournal)
