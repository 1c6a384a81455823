create type other as enum ('x', 'y');
create type mood as enum ('happy', 'ok', 'sad');
create table t (id int primary key, m mood, ms mood[]);
insert into t values (1, 'sad', '{sad,ok}'), (2, 'happy', '{happy}'), (3, 'happy', null);
