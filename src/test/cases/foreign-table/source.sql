create table base (id int primary key, title text);
insert into base select i, 'post ' || i from generate_series(1, 30) i;
create extension postgres_fdw;
do $$ begin
  execute format('create server here foreign data wrapper postgres_fdw options (host %L, port %L, dbname %L)',
                 'localhost', current_setting('port'), current_database());
end $$;
create user mapping for current_user server here options (user 'postgres');
create foreign table t (id int, title text) server here options (table_name 'base');
