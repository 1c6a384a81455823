create type mood as enum ('happy', 'ok', 'sad', 'calm');
create table t (m mood primary key, n int);
insert into t values ('happy', 4), ('ok', 22), ('sad', 1), ('calm', 5);
