package dev.migrate.database.embedded;

/** One who has come in: how to get at the server, and the session that keeps it running. */
record Guest(Access access, Presence presence) {}
