create type mood as enum ('sad', 'happy');
create type state as (m mood, n numeric);
create table t (id int primary key, a mood[], b state, c mood);
insert into t values (1, '{sad,happy}', '(sad,1.0)', 'sad'), (2, '{sad}', '(sad,1.0)', 'happy'), (3, '{}', '(,1)', null);
