#!/usr/bin/env bash
# What a call costs each program: tests/bench/measure.sh [update|list] [IN_FLIGHT] [PROGRAM…]
set -euo pipefail
cd "$(dirname "$0")"
kind="${1:-update}" in_flight="${2:-64}"
if [ $# -gt 2 ]; then programs=("${@:3}"); else programs=(ours aws-leanest by-hand bare); fi
runs="${RUNS:-5}" count="${COUNT:-4000}" few=200 many=700
target="${CARGO_TARGET_DIR:-$PWD/../../target}/bench/calls"
packages=(-p bench-server)
for program in "${programs[@]}"; do packages+=(-p "calls-$program"); done
build() { CARGO_TARGET_DIR="$target" cargo build --quiet --release "${packages[@]}" "$@"; }
build --features bench-harness/allocations
for program in "${programs[@]}"; do cp "$target/release/calls-$program" "$target/counting-$program"; done
build
coproc server { "$target/release/bench-server"; }
read -r endpoint <&"${server[0]}"
call() { "$1" "$endpoint" "$kind" "$2" "$in_flight"; }
for _ in $(seq "$runs"); do
  for program in "${programs[@]}"; do
    echo "$program $(call "$target/release/calls-$program" "$count")"
  done
done | awk -v count="$count" '{ line[$1] = line[$1] sprintf(" %7.1f", $3 / count) } END { for (p in line) print "CPU µs per call    " p ":" line[p] }'
for program in "${programs[@]}"; do
  read -r _ _ _ bytes _ allocations _ < <(call "$target/counting-$program" "$count")
  echo "allocated per call $program: $((bytes / count)) bytes in $((allocations / count))"
done
if command -v valgrind >/dev/null; then
  for program in "${programs[@]}"; do
    for n in "$few" "$many"; do
      valgrind --tool=callgrind --callgrind-out-file="$target/$program-$n.callgrind" \
        "$target/release/calls-$program" "$endpoint" "$kind" "$n" "$in_flight" >/dev/null 2>&1
    done
    total() { sed -n 's/^\(summary\|totals\): //p' "$target/$program-$1.callgrind" | tail -1; }
    echo "instructions per call $program: $((($(total "$many") - $(total "$few")) / (many - few)))"
  done
fi
kill "$server_PID"
