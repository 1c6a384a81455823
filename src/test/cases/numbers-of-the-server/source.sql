create table t (id int primary key, a oid, b xid8, c pg_lsn, d xid, e tid, f oidvector, g money, h pg_snapshot, i cid);
insert into t values
  (1, 4294967295, '1', '0/16B3748', '7', '(0,1)', '1 2', '1.5', '10:20:10,14', '3'),
  (2, 1, '18446744073709551615', 'FF/1', '7', '(0,1)', '1 2', '-1.50', '10:20:10,14', '3'),
  (3, null, null, null, null, null, '', null, null, null);
