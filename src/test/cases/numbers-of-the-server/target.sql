create table t (id int primary key, a oid, b xid8, c pg_lsn, d xid, e tid, f oidvector, g money, h pg_snapshot, i cid);
insert into t values
  (1, 4294967295, '1', '0/16B3748', '7', '(0,1)', '1 2', '1.50', '10:20:10,14', '3'),
  (2, 2, '18446744073709551614', 'FF/2', '8', '(0,2)', '2 1', '1.50', '10:20:10,15', '4'),
  (3, 0, '0', '0/0', '0', '(0,0)', null, 0, '1:1:', '0');
