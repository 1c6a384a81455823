do $$ begin execute format('alter database %I set timezone = "America/Caracas"', current_database()); end $$;
create table t (id int primary key, a timestamptz, b timestamp, c date, d time, e timetz, f interval);
insert into t values
  (1, '2024-03-31 03:30:00+02', '2024-03-31 01:30:00', '2024-03-31', '01:30', '01:30+00', '1 month'),
  (2, '2024-03-31 01:30:00Z', 'infinity', '0044-03-15 BC', '00:00', '02:30+01', '24 hours'),
  (3, '2024-03-31 01:30:00+00:30', '2024-03-31 01:30:00', '2024-03-30', '01:31', '01:30+01', '30 days');
