#!/usr/bin/env bash
# Makes the certificates of the tests anew. They protect nothing: the one key that is kept is public.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
cd "$work"
touch index.txt
cat > ca.cnf <<'CONF'
[ca]
default_ca = test
[test]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
[authority]
basicConstraints = critical, CA:TRUE
[hub]
subjectAltName = DNS:localhost, IP:127.0.0.1, IP:::1
[elsewhere]
subjectAltName = DNS:elsewhere.example
CONF

request() { openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$1.key" -subj "/CN=$2" -out "$1.csr"; }
# issue FILE SECTION UNTIL REQUEST OPTIONS...
issue() {
  openssl ca -batch -notext -config ca.cnf -extensions "$2" -startdate 20200101000000Z -enddate "$3" \
    -in "$4.csr" -out "$here/$1.pem" "${@:5}"
}
late=21200101000000Z
for one in authority other-authority; do
  request "$one" "Navbatchi test $one"
  issue "$one" authority "$late" "$one" -selfsign -keyfile "$one.key"
done
request hub 'Navbatchi test hub'
by=(-cert "$here/authority.pem" -keyfile authority.key)
issue hub hub "$late" hub "${by[@]}"
issue expired hub 20210101000000Z hub "${by[@]}"
issue elsewhere elsewhere "$late" hub "${by[@]}"
cp hub.key "$here/hub.key"
