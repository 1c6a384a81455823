create type mood as enum ('sad', 'ok', 'happy');
create table t (id int primary key, m mood, ms mood[]);
insert into t values (1, 'sad', '{sad,ok}'), (2, 'ok', '{happy}'), (3, 'happy', null);
