create type mood as enum ('sad', 'ok', 'happy');
create table t (m mood primary key, n int);
insert into t values ('sad', 1), ('ok', 2), ('happy', 3);
