create table t (id bytea primary key, n int);
insert into t values ('', 1), ('\x00', 22), ('\x0000', 3), ('\x7f', 4), ('\x80', 5), ('\xff', 66), ('\xff01', 7), ('\x5c27', 8);
