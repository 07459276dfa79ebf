#!/bin/sh
# /usr/local/sbin/hoptac: a command of the shell, as the user and with the settings of the service.
# hoptac import page /srv/old-portal/*.html
set -eu
set -a
. /etc/hoptac/hoptac.env
set +a
exec runuser -u hoptac -- /opt/hoptac/node_modules/.bin/node /opt/hoptac/bin/hoptac.js "$@"
