# PostgreSQL, and as many Redis as are asked for, for one run of the tests. Everything lives in one folder and ends with
# the run: standard input closes when the tests are gone, however they went.
#
# Says first where PostgreSQL's socket is, or `failed` and why. Then reads lines: `redis` starts one and answers with its
# port, `redis PORT` starts one there, `stop PORT` ends it. `postgres` makes another PostgreSQL, one that may be mistreated,
# and answers with its name; `crash NAME` ends it as a power cut would, `recover NAME` starts it again, `forget NAME` removes it.
set -u

dir=$(mktemp -d "${TMPDIR:-/tmp}/samverk-tests.XXXXXX")
declare -A redis=() others=()
postgres=
finish() {
    [ ${#others[@]} -gt 0 ] && kill -QUIT "${others[@]}"
    [ -n "$postgres" ] && kill -QUIT "$postgres"
    [ ${#redis[@]} -gt 0 ] && kill -KILL "${redis[@]}"
    wait
    rm -rf "$dir"
} 2>/dev/null
trap finish EXIT
failed() { echo "failed $*"; exit 1; }

initdb=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)
[ -n "$initdb" ] || initdb=$(command -v initdb) || failed 'PostgreSQL is not installed: scripts/setup-tests'
command -v redis-server >/dev/null || failed 'Redis is not installed: scripts/setup-tests'
bin=$(dirname "$(readlink -f "$initdb")")

# PostgreSQL refuses to run as root.
as=()
if [ "$(id -u)" -eq 0 ]; then
    as=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
    chown nobody:nogroup "$dir"
fi

"${as[@]}" "$bin/initdb" -D "$dir/data" -U samverk -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$dir/initdb.log" 2>&1 ||
    failed "initdb: $(tail -n 1 "$dir/initdb.log")"
# What makes it safe against a power cut makes it slow, and there is nothing here to keep.
"${as[@]}" "$bin/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c max_connections=300 -c fsync=off \
    -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off >"$dir/postgres.log" 2>&1 </dev/null &
postgres=$!
until "$bin/pg_isready" -q -h "$dir" -U samverk; do
    kill -0 "$postgres" 2>/dev/null || failed "postgres: $(tail -n 1 "$dir/postgres.log")"
    sleep 0.05
done
echo "$dir"

start_redis() {
    redis-server --bind 127.0.0.1 --port "$1" --save '' --appendonly no --dir "$dir" >"$dir/redis.log" 2>&1 </dev/null &
    redis[$1]=$!
    until redis-cli -p "$1" ping >/dev/null 2>&1; do
        kill -0 "${redis[$1]}" 2>/dev/null || { unset "redis[$1]"; return 1; }
        sleep 0.02
    done
    # Somebody else's Redis may answer there while ours found the port taken.
    kill -0 "${redis[$1]}" 2>/dev/null
}

# One that keeps what it has acknowledged: only the machine's own end would lose it.
start_other() {
    "${as[@]}" "$bin/postgres" -D "$dir/$1/data" -k "$dir/$1" -c listen_addresses= -c max_connections=100 -c fsync=off \
        -c autovacuum=off >>"$dir/$1/postgres.log" 2>&1 </dev/null &
    others[$1]=$!
    until "$bin/pg_isready" -q -h "$dir/$1" -U samverk; do
        kill -0 "${others[$1]}" 2>/dev/null || return 1
        sleep 0.05
    done
}

while read -r word port; do
    case $word in
    postgres)
        port=other${#others[@]}-$RANDOM
        "${as[@]}" mkdir "$dir/$port"
        "${as[@]}" "$bin/initdb" -D "$dir/$port/data" -U samverk -A trust -E UTF8 --locale=C.UTF-8 --no-sync \
            >"$dir/$port/initdb.log" 2>&1 && start_other "$port" && echo "$port" || echo failed
        ;;
    crash)
        kill -QUIT "${others[$port]}"
        wait "${others[$port]}" 2>/dev/null
        echo crashed
        ;;
    recover)
        start_other "$port" && echo recovered || echo failed
        ;;
    forget)
        kill -QUIT "${others[$port]}" 2>/dev/null
        wait "${others[$port]}" 2>/dev/null
        unset "others[$port]"
        rm -rf "${dir:?}/$port"
        echo forgotten
        ;;
    redis)
        if [ -n "$port" ]; then
            start_redis "$port"
        else
            until port=$((20000 + RANDOM % 12000)) && start_redis "$port"; do :; done
        fi
        echo "$port"
        ;;
    stop)
        if [ -n "${redis[$port]:-}" ]; then
            kill -KILL "${redis[$port]}"
            wait "${redis[$port]}" 2>/dev/null
            unset "redis[$port]"
        fi
        echo stopped
        ;;
    esac
done
