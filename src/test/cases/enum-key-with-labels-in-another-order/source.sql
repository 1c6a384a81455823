create type mood as enum ('sad', 'ok', 'happy', 'wild');
create table t (m mood primary key, n int);
insert into t values ('sad', 1), ('ok', 2), ('wild', 3);
