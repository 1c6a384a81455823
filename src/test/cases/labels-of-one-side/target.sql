create type mood as enum ('glad', 'happy', 'sad');
create type state as (m mood, n numeric);
create table t (id int primary key, a mood[], b state, c text);
insert into t values (1, '{sad,happy}', '(sad,1.00)', 'sad'), (2, '{glad}', '(glad,1.00)', 'glad'), (3, '{null}', '(,1.0)', '');
