# Samverk in one image: the web client and the server are built here, the result is one program on a bare Debian.

FROM node:22-bookworm-slim AS client
WORKDIR /samverk
COPY web web
COPY locales locales
COPY schema/schema.graphql schema/
RUN npm ci --prefix web --no-audit --no-fund && npm run --prefix web build

FROM rust:1.95-slim-bookworm AS server
WORKDIR /samverk
COPY . .
COPY --from=client /samverk/web/build web/build
# The caches outlive the step, so the program is taken out of them in the same step.
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/samverk/target \
    cargo build --release --locked -p samverk && cp target/release/samverk /usr/local/bin/samverk

FROM debian:bookworm-slim
RUN useradd --system --uid 10001 --home-dir /var/lib/samverk --create-home samverk
COPY --from=server /usr/local/bin/samverk /usr/local/bin/samverk
COPY LICENSE /usr/share/doc/samverk/LICENSE
USER samverk
WORKDIR /var/lib/samverk
VOLUME /var/lib/samverk
ENV DATABASE_URL=sqlite:///var/lib/samverk/samverk.db \
    SAMVERK_LISTEN=0.0.0.0:8080 \
    SAMVERK_LOG_FORMAT=json
EXPOSE 8080
# bash speaks TCP by itself: no client program has to be in the image.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["samverk"]
CMD ["serve"]
