/* The protocol by which partitions are claimed, worked on, split, given back and taken over. `scripts/claims-check` searches it. Variants by -D:
   TARGET 1: job writes to a database (checkpoint row)   0: findings only in the repository's page transaction
   Faults, each taking one from FAULTS: K_CRASH worker killed | K_ZOMBIE worker presence ended while it acts on |
     K_MGR manager killed or presence ended while it acts on | K_NET client does not hear: the transaction
     may commit now, later (even after a retry) or never | K_STOP user stops | K_FAIL other error fails the partition
   Fixes:  F_STATE worker writes demand state='claimed' too | F_RAISE (alternative) leaving 'claimed' raises the fence
           F_PAGE  page number in both conditions, re-open instead of blind retry
           F_REOPEN only the second half of F_PAGE
           F_SWEEP 1 idle worker gives back claims in its name it does not work on | 2 doubt: drop presence
           F_FRESH a claim demands a StepExecution that has not begun; the manager makes it after a give-back
           F_CSTOP claim demands a running, not stopped execution
           F_SPLIT (NP=2) the owner may cut, between two pages, what it has not read off its partition: the second one
   K_PAUSE, K_ABANDON people pause and resume, abandon a run whose manager is dead
   Known bad: BAD_OPEN reads position before fencing | BAD_SPLIT=1 goes on with the old end after a split that went unheard
   Harmless with one fault, and demanded all the same: BAD_SPLIT=2 a split does not demand the page | 3 nor the state
   ORPH 0 orphan handling one transaction, row locked first | 1 context read before, reset conditional on worker+fence
        | 2 presence looked up before, reset conditional on the epoch only */
#ifndef NW
#define NW 2
#endif
#ifndef NP
#define NP 1
#endif
#ifndef NPG
#define NPG 2
#endif
#ifndef FAULTS
#define FAULTS 2
#endif
#ifndef TARGET
#define TARGET 1
#endif
#ifndef ORPH
#define ORPH 0
#endif
#ifndef F_SWEEP
#define F_SWEEP 0
#endif
#ifndef NM
#define NM 2
#endif
#ifndef FRUITLESS
#define FRUITLESS 3
#endif
#ifndef RESTARTS
#define RESTARTS 1
#endif
/* partition states */
#define WAIT 0
#define CLAIMED 1
#define DONE 2
#define FAILED 3
#define NONE 4                         /* not split off yet */
/* execution states */
#define RUN 1
#define COMPLETED 2
#define XFAILED 3
#define STOPPED 4
#define ABANDONED 5

#ifdef F_SPLIT
#define PAGES NPG                      /* of all partitions together */
#define COVERED(p) (part[p].st==DONE || part[p].st==NONE)
#else
#define PAGES (NP*NPG)
#define COVERED(p) (part[p].st==DONE)
#endif
/* its pages are lo+1 to lo+hi of all; page and pos count from lo */
typedef Part { byte st; byte wk; byte wi; byte fence; byte se; bit fresh; byte pos; byte page; bit paged; byte fruitless; byte lo; byte hi }
typedef Ck   { byte fence; byte page }
byte cnt[PAGES]; byte eff[PAGES];      /* how often each page was counted, and had its effect */
Part part[NP];
Ck   ck[NP];
byte winc[NW]; bit wpres[NW];          /* presence locks */
byte mlock = 0;                        /* manager lock: 0 free, else manager number+1 */
byte epoch = 0; byte exec = 0; bit stop = 0; bit pause = 0;
byte faults = FAULTS; byte restarts = RESTARTS;
byte alive = NW;
/* transactions whose client has given up, still in flight on the server */
bit aband=0;
bit dt = 0; byte dtp, dtf, dtg;
bit dr = 0; byte drp, drf, drg, drs;
bit ds = 0; byte dsp, dsf, dsg, dsc;

#define PRES(w,i) (winc[w]==(i) && wpres[w])
#ifdef F_STATE
#define MINE(p,f) (part[p].fence==(f) && part[p].st==CLAIMED)
#else
#define MINE(p,f) (part[p].fence==(f))
#endif
#ifdef F_RAISE
#define LEAVE(p) part[p].fence = part[p].fence+1
#else
#define LEAVE(p) skip
#endif
#ifdef F_PAGE
#define F_REOPEN
#endif
#ifdef F_PAGE
#define TCOND(p,f,g) (ck[p].fence==(f) && ck[p].page==(g)-1)
#define RCOND(p,f,g) (MINE(p,f) && part[p].page==(g)-1)
#else
#define TCOND(p,f,g) (ck[p].fence==(f))
#define RCOND(p,f,g) (MINE(p,f))
#endif

/* S3: never COMPLETED while one is not done */
#if NP>1
#define S3() assert(exec!=COMPLETED || (COVERED(0) && COVERED(1) && ALLDONE))
#else
#define S3() assert(exec!=COMPLETED || COVERED(0))
#endif
#if NPG==3
#define ALLDONE (cnt[0]==1 && cnt[1]==1 && cnt[2]==1)
#elif NPG==4
#define ALLDONE (cnt[0]==1 && cnt[1]==1 && cnt[2]==1 && cnt[3]==1)
#else
#define ALLDONE (cnt[0]==1 && cnt[1]==1)
#endif
inline target_tx(p_,f_,g_,ok_) {
  if :: TCOND(p_,f_,g_) -> eff[part[p_].lo+(g_)-1]++; ck[p_].page=g_; ok_=1;
        assert(eff[part[p_].lo+(g_)-1]<=1)  /* S1 */
     :: else -> ok_=0 fi
}
inline repo_tx(p_,f_,g_,s_,ok_) {
  if :: RCOND(p_,f_,g_) -> cnt[part[p_].lo+(g_)-1]++; part[p_].page=g_; part[p_].paged=1;
        if :: part[p_].se==(s_) -> part[p_].pos=g_ :: else fi;   /* else: written into the StepExecution that is over */
        ok_=1; assert(cnt[part[p_].lo+(g_)-1]<=1)  /* S4 */
     :: else -> ok_=0 fi
}
#ifdef F_SPLIT
#if BAD_SPLIT==2
#define SPLITTABLE(p,f,g) (part[1].st==NONE && exec==RUN && !stop && !pause && MINE(p,f))
#elif BAD_SPLIT==3
#define SPLITTABLE(p,f,g) (part[1].st==NONE && exec==RUN && !stop && !pause && part[p].fence==(f))
#else
#define SPLITTABLE(p,f,g) (part[1].st==NONE && exec==RUN && !stop && !pause && MINE(p,f) && part[p].page==(g))
#endif
/* one transaction: the owner's end and the new partition, whose first attempt is ready. c_: pages that stay with the owner */
inline split_tx(p_,f_,g_,c_,ok_) {
  if :: SPLITTABLE(p_,f_,g_) -> part[1].lo=part[p_].lo+(c_); part[1].hi=part[p_].hi-(c_); part[p_].hi=c_;
        part[1].st=WAIT; part[1].se=1; part[1].fresh=1; ok_=1
     :: else -> ok_=0 fi
}
#endif
inline new_se(p_,pos_) { part[p_].se++; part[p_].fresh=1; part[p_].pos=pos_ }

#ifdef F_FRESH
#define REQ(x) (part[x].st==WAIT && part[x].fresh)
#else
#define REQ(x) (part[x].st==WAIT)
#endif
#ifdef F_CSTOP
#define CLAIMABLE (REQ(p) && part[p].se==se && !stop && !pause && exec==RUN)
#else
#define CLAIMABLE (REQ(p) && part[p].se==se)
#endif
/* worker program counters */
#define JOIN 0
#define IDLE 1
#define CLAIM 2
#define OFENCE 3
#define OREAD 4
#define REPLAY 5
#define NEXT 6
#define TPAGE 7
#define RPAGE 8
#define FIN 9
#define GIVE 10
#define FAILP 11
#define DOUBT 12
#define DEAD 13
#ifdef BAD_OPEN
#define OPEN OREAD
#elif TARGET
#define OPEN OFENCE
#else
#define OPEN OREAD
#endif
#ifdef F_REOPEN
#define RETRY_T OPEN
#define RETRY_R OPEN
#else
#if TARGET
#define RETRY_T TPAGE
#define RETRY_R TPAGE
#else
#define RETRY_T RPAGE
#define RETRY_R RPAGE
#endif
#endif
#if F_SWEEP==2
#define DOUBTFUL wpres[me]=0; pc=JOIN
#else
#define DOUBTFUL pc=IDLE
#endif

inline wreset() { p=0; f=0; se=0; g=0; rp=0; ok=0; hi=0 }

proctype Worker(byte me) {
  byte pc=JOIN, p, f, se, g, rp, my, hi; bit ok;   /* g: page in target or, without one, in the repository; rp: repository's */
end: do
  :: atomic { pc==JOIN -> winc[me]++; my=winc[me]; wpres[me]=1; wreset(); pc=IDLE }
  /* a request arrives, perhaps late or again: it bears a StepExecution */
  :: atomic { pc==IDLE && exec==RUN && !stop && REQ(0) -> p=0; se=part[0].se; pc=CLAIM }
#if NP>1
  :: atomic { pc==IDLE && exec==RUN && !stop && REQ(1) -> p=1; se=part[1].se; pc=CLAIM }
#endif
#if F_SWEEP==1
  :: atomic { pc==IDLE && (part[0].st==CLAIMED && part[0].wk==me && part[0].wi==my) -> p=0; f=part[0].fence; pc=GIVE }
#if NP>1
  :: atomic { pc==IDLE && (part[1].st==CLAIMED && part[1].wk==me && part[1].wi==my) -> p=1; f=part[1].fence; pc=GIVE }
#endif
#endif
  :: atomic { pc==CLAIM ->
       if :: CLAIMABLE ->
#ifdef CHK_SE
             assert(part[p].fresh);
#endif
#ifdef CHK_STOP
             assert(exec!=STOPPED);
#endif
             assert(exec!=ABANDONED);
             part[p].st=CLAIMED; part[p].wk=me; part[p].wi=my; part[p].fence++; part[p].paged=0; part[p].fresh=0; f=part[p].fence;
             if :: rp=part[p].pos; hi=part[p].hi; pc=OPEN
#ifdef K_NET
                :: faults>0 -> faults--; wreset(); DOUBTFUL      /* committed, the client never hears */
#endif
             fi
          :: else -> wreset(); pc=IDLE fi }
#if TARGET
  :: atomic { pc==OFENCE ->
       if :: ck[p].fence<f -> ck[p].fence=f :: else fi;
#ifdef BAD_OPEN
       pc=REPLAY
#else
       pc=OREAD
#endif
     }
  :: atomic { pc==OREAD ->
       g=ck[p].page;
#ifdef F_REOPEN
       if :: MINE(p,f) -> rp=part[p].pos; hi=part[p].hi :: else fi;
       if :: ck[p].fence>f -> wreset(); pc=IDLE          /* overtaken */
          :: else ->
#endif
#ifdef BAD_OPEN
       pc=OFENCE
#else
       pc=REPLAY
#endif
#ifdef F_REOPEN
       fi
#endif
     }
  :: atomic { pc==REPLAY ->
       if :: g==rp -> pc=NEXT
          :: g!=rp && g!=rp+1 -> assert(!(MINE(p,f) && ck[p].fence==f && ck[p].page==g && part[p].pos==rp && part[p].se==se)); wreset(); pc=IDLE
          :: g==rp+1 ->
             if :: repo_tx(p,f,g,se,ok);
                   if :: ok -> rp=g; pc=NEXT
#ifdef F_REOPEN
                      :: !ok && MINE(p,f) -> pc=OPEN
                      :: !ok && !MINE(p,f) -> wreset(); pc=IDLE
#else
                      :: !ok -> wreset(); pc=IDLE
#endif
                   fi; ok=0
#ifdef K_NET
                :: faults>0 && !dr -> faults--; dr=1; drp=p; drf=f; drg=g; drs=se;
#ifdef F_REOPEN
                   pc=OPEN
#else
                   pc=REPLAY
#endif
#endif
             fi
       fi }
#else
  :: atomic { pc==OREAD ->
#ifdef F_REOPEN
       if :: MINE(p,f) -> rp=part[p].pos; hi=part[p].hi; g=rp; pc=NEXT :: else -> wreset(); pc=IDLE fi
#else
       g=rp; pc=NEXT
#endif
     }
#endif
  :: atomic { pc==NEXT && (!pause || stop || exec==ABANDONED || g>=hi) ->
       if :: stop || exec==ABANDONED -> pc=GIVE
          :: !stop && exec!=ABANDONED && g>=hi -> pc=FIN
          :: !stop && exec!=ABANDONED && g<hi -> g++;
#if TARGET
             pc=TPAGE
#else
             pc=RPAGE
#endif
#ifdef K_FAIL
          :: faults>0 -> faults--; pc=FAILP
#endif
       fi }
#ifdef F_SPLIT
  /* between two pages, with the page before in both databases; at least a page stays with the owner and one goes */
  :: atomic { pc==NEXT && part[1].st==NONE && !stop && exec==RUN && g==rp && g+1<hi ->
       if :: split_tx(p,f,g,g+1,ok); if :: ok -> hi=g+1 :: !ok -> pc=GIVE fi; ok=0
#if NPG>3
          :: g+2<hi -> split_tx(p,f,g,g+2,ok); if :: ok -> hi=g+2 :: !ok -> pc=GIVE fi; ok=0
#endif
#ifdef K_NET
          :: faults>0 && !ds -> faults--; ds=1; dsp=p; dsf=f; dsg=g; dsc=g+1;
#if BAD_SPLIT==1
             skip
#else
             pc=GIVE                                            /* whatever came of it: this claim does no page more */
#endif
#endif
       fi }
#endif
#if TARGET
  :: atomic { pc==TPAGE ->
       if :: target_tx(p,f,g,ok);
             if :: ok -> pc=RPAGE
#ifdef F_REOPEN
                :: !ok && ck[p].fence==f -> pc=OPEN
                :: !ok && ck[p].fence!=f -> wreset(); pc=IDLE
#else
                :: !ok -> wreset(); pc=IDLE
#endif
             fi; ok=0
#ifdef K_NET
          :: faults>0 && !dt -> faults--; dt=1; dtp=p; dtf=f; dtg=g; pc=RETRY_T
#endif
       fi }
#endif
  :: atomic { pc==RPAGE ->
       if :: repo_tx(p,f,g,se,ok);
             if :: ok -> rp=g; pc=NEXT
#ifdef F_REOPEN
                :: !ok && MINE(p,f) -> pc=OPEN
                :: !ok && !MINE(p,f) -> wreset(); pc=IDLE
#else
                :: !ok -> wreset(); pc=IDLE
#endif
             fi; ok=0
#ifdef K_NET
          :: faults>0 && !dr -> faults--; dr=1; drp=p; drf=f; drg=g; drs=se; pc=RETRY_R
#endif
       fi }
  :: atomic { pc==FIN ->
       ok=0;
       if
#ifdef K_NET
          :: faults>0 -> faults--; ok=1                  /* will not hear */
#endif
          :: skip fi;
       if :: MINE(p,f) ->
             part[p].st=DONE; LEAVE(p);
             g=0; do :: g<part[p].hi -> assert(cnt[part[p].lo+g]==1);           /* S2, S4 */
#if TARGET
                              assert(eff[part[p].lo+g]==1);
#endif
                              g++ :: else -> break od;
             S3()
          :: else fi;
       if :: ok -> ok=0; pc=DOUBT :: else -> wreset(); pc=IDLE fi }
  :: atomic { pc==DOUBT -> if :: pc=FIN :: pc=GIVE :: pc=FAILP fi }    /* try again | leave | fail the partition */
  :: atomic { pc==GIVE ->
       if :: MINE(p,f) -> part[p].st=WAIT; LEAVE(p); S3(); wreset(); pc=IDLE
#ifdef K_NET
          :: MINE(p,f) && faults>0 -> faults--; part[p].st=WAIT; LEAVE(p); S3(); wreset(); DOUBTFUL
          :: MINE(p,f) && faults>0 -> faults--; wreset(); DOUBTFUL
#endif
          :: !MINE(p,f) -> wreset(); pc=IDLE fi }
  :: atomic { pc==FAILP ->
       if :: MINE(p,f) -> part[p].st=FAILED; LEAVE(p); S3(); wreset(); pc=IDLE
#ifdef K_NET
          :: MINE(p,f) && faults>0 -> faults--; wreset(); DOUBTFUL
#endif
          :: !MINE(p,f) -> wreset(); pc=IDLE fi }
#ifdef K_CRASH
  :: atomic { faults>0 && pc!=JOIN && pc!=DEAD -> faults--; wpres[me]=0; wreset();
       if :: pc=JOIN :: alive>1 -> alive--; pc=DEAD fi }
#endif
#ifdef K_ZOMBIE
  :: atomic { faults>0 && pc!=JOIN && pc!=DEAD && wpres[me] -> faults--; wpres[me]=0 }
#endif
  :: atomic { pc!=JOIN && pc!=DEAD && !wpres[me] -> wreset(); pc=JOIN }  /* notices the loss, joins as a new one */
  od
}

#define MSTART 0
#define MEPOCH 1
#define MBEGIN 2
#define MLOOP 3
#define MORPH 4
#define MEND 5
#define MSTOP 6

inline orphan(q_,pos_) {               /* one transaction of the manager */
  if :: part[q_].paged -> part[q_].fruitless=0 :: else -> part[q_].fruitless++ fi;
  if :: part[q_].fruitless>=FRUITLESS -> part[q_].st=FAILED; LEAVE(q_)
     :: else -> part[q_].st=WAIT; LEAVE(q_); new_se(q_,pos_) fi;
  S3()
}
inline begin1(j) {
  if :: part[j].st==FAILED -> part[j].st=WAIT; part[j].fruitless=0; new_se(j,part[j].pos)
     :: part[j].st==WAIT -> new_se(j,part[j].pos)
     :: else fi }
inline begin_exec() {
  assert(!aband);
  begin1(0);
#if NP>1
  begin1(1);
#endif
  exec=RUN; stop=0; S3()
}
#if NP>1
#define ANY(x) (part[0].st==x || part[1].st==x)
#else
#define ANY(x) (part[0].st==x)
#endif
#define ANYW ANY(WAIT)
#define ANYC ANY(CLAIMED)
#define ANYF ANY(FAILED)

proctype Manager(byte me) {
  byte mc=MSTART, mye, q, ow, oi, ofn, op; bit fl;
end: do
  :: atomic { mc==MSTART && mlock==0 && (exec==0 || exec==RUN || exec==STOPPED || (exec==XFAILED && restarts>0)) ->
       if :: exec==XFAILED -> restarts-- :: else fi; mlock=me+1; q=epoch; mc=MEPOCH }
  :: atomic { mc==MEPOCH -> if :: epoch==q -> epoch++; mye=epoch; mc=MBEGIN :: else -> mc=MSTART; if :: mlock==me+1 -> mlock=0 :: else fi fi; q=0 }
  :: atomic { mc==MBEGIN -> if :: epoch==mye && exec!=COMPLETED && exec!=ABANDONED -> begin_exec(); mc=MLOOP
                               :: else -> if :: mlock==me+1 -> mlock=0 :: else fi; mye=0; mc=MSTART fi }
  /* orphans */
  :: atomic { mc==MLOOP && (part[0].st==CLAIMED && !PRES(part[0].wk,part[0].wi)) -> q=0; mc=MORPH;
               ow=part[q].wk; oi=part[q].wi; ofn=part[q].fence; op=part[q].pos }
#if NP>1
  :: atomic { mc==MLOOP && (part[1].st==CLAIMED && !PRES(part[1].wk,part[1].wi)) -> q=1; mc=MORPH;
               ow=part[q].wk; oi=part[q].wi; ofn=part[q].fence; op=part[q].pos }
#endif
  :: atomic { mc==MORPH ->
       if :: epoch!=mye -> mc=MSTART; if :: mlock==me+1 -> mlock=0 :: else fi
          :: epoch==mye -> mc=MLOOP;
#if ORPH==0
             if :: part[q].st==CLAIMED && part[q].wk==ow && part[q].wi==oi && part[q].fence==ofn -> orphan(q,part[q].pos) :: else fi
#elif ORPH==1
             if :: part[q].st==CLAIMED && part[q].wk==ow && part[q].wi==oi && part[q].fence==ofn -> orphan(q,op) :: else fi
#else
             orphan(q,part[q].pos)
#endif
       fi; q=0; ow=0; oi=0; ofn=0; op=0 }
#ifdef F_FRESH
  :: atomic { mc==MLOOP && epoch==mye && part[0].st==WAIT && !part[0].fresh -> new_se(0,part[0].pos) }
#if NP>1
  :: atomic { mc==MLOOP && epoch==mye && part[1].st==WAIT && !part[1].fresh -> new_se(1,part[1].pos) }
#endif
#endif
  /* watch: count, later write */
  :: atomic { mc==MLOOP && !ANYC && (!ANYW || stop) -> fl=ANYF; if :: !ANYW -> mc=MEND :: else -> mc=MSTOP fi }
  :: atomic { mc==MEND -> if :: epoch==mye -> assert(exec!=ABANDONED); pause=0; exec=(fl->XFAILED:COMPLETED); S3() :: else fi;
                          fl=0; mye=0; mc=MSTART; if :: mlock==me+1 -> mlock=0 :: else fi }
  :: atomic { mc==MSTOP -> if :: epoch==mye -> assert(exec!=ABANDONED); pause=0; exec=STOPPED :: else fi; fl=0; mye=0; mc=MSTART; if :: mlock==me+1 -> mlock=0 :: else fi }
#ifdef K_MGR
  :: atomic { faults>0 && mlock==me+1 -> faults--; mlock=0; if :: mc=MSTART; q=0;ow=0;oi=0;ofn=0;op=0;fl=0;mye=0 :: skip fi }   /* killed | zombie */
#endif
  :: atomic { mc!=MSTART && mlock!=me+1 -> mc=MSTART; q=0;ow=0;oi=0;ofn=0;op=0;fl=0;mye=0 }  /* notices */
  od
}

proctype Net() { bit ok;               /* the server finishes, or not, what its clients gave up */
end: do
#ifdef F_SPLIT
  :: atomic { ds -> if :: split_tx(dsp,dsf,dsg,dsc,ok) :: skip fi; ok=0; ds=0; dsp=0; dsf=0; dsg=0; dsc=0 }
#endif
  :: atomic { dt -> if :: target_tx(dtp,dtf,dtg,ok) :: skip fi; ok=0; dt=0; dtp=0; dtf=0; dtg=0 }
  :: atomic { dr -> if :: repo_tx(drp,drf,drg,drs,ok) :: skip fi; ok=0; dr=0; drp=0; drf=0; drg=0; drs=0 }
#ifdef K_STOP
  :: atomic { faults>0 && exec==RUN && !stop -> faults--; stop=1 }
#endif
#ifdef K_PAUSE
  :: atomic { faults>0 && exec==RUN && !pause -> faults--; pause=1 }
  :: atomic { pause -> pause=0 }
#endif
#ifdef K_ABANDON
  /* in one transaction: no manager is alive; what the dead had in hand waits, whoever lives finishes his page */
  :: atomic { faults>0 && mlock==0 && (exec==RUN || exec==STOPPED || exec==XFAILED) -> faults--; epoch++; exec=ABANDONED; pause=0; aband=1;
       if :: part[0].st==CLAIMED && !PRES(part[0].wk,part[0].wi) -> part[0].st=WAIT :: else fi;
#if NP>1
       if :: part[1].st==CLAIMED && !PRES(part[1].wk,part[1].wi) -> part[1].st=WAIT :: else fi
#endif
     }
#endif
  od
}

#ifdef LIVE
proctype Idle() { bit b; end: do :: d_step { b=1; b=0 } od }   /* so that a stuck system is an infinite run */
#endif
init { atomic {
  part[0].hi=NPG;
#ifdef F_SPLIT
  part[1].st=NONE;
#elif NP>1
  part[1].lo=NPG; part[1].hi=NPG;
#endif
  byte k=0; do :: k<NW -> run Worker(k); k++ :: else -> break od;
  k=0; do :: k<NM -> run Manager(k); k++ :: else -> break od;
  k=0; run Net();
#ifdef LIVE
  run Idle()
#endif
} }

#if NP>1
#define settled ((part[0].st==DONE||part[0].st==FAILED) && (COVERED(1)||part[1].st==FAILED) && (exec==COMPLETED||exec==XFAILED))
#else
#define settled ((part[0].st==DONE||part[0].st==FAILED) && (exec==COMPLETED||exec==XFAILED))
#endif
#ifdef LIVE
ltl L1 { <>[] settled }
#endif
