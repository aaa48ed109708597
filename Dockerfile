# One image for web, worker and migration; compose.yaml says who runs what.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The image brings Node itself, and the database is another container: no install script has to run.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
# What the compiler remembers is of no use to whoever runs the pages.
RUN node bin/build.ts && rm -rf .next/cache && mkdir .next/cache
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=build /app ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "bin/web.ts"]
