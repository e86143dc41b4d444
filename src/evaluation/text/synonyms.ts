import { stemOf } from './stem.ts';

/**
 * Words of the trade that stand for one another in an answer, a group a line. General to software, made by hand;
 * a word may be in several groups.
 */
const GROUPS = `
element item entry object record
value datum content payload
delete remove erase pop dequeue discard drop evict purge clear
insert add append push enqueue put place
retrieve fetch obtain read load
take pop dequeue remove extract out
leave remove dequeue exit
receive arrive accept enter enqueue
serve process handle dequeue
size length count amount number volume
begin start front head first initial beginning
early earlier earliest first before
end last rear tail final back
late later latest recent last newest
fast quick rapid speedy swift faster quicker
slow delay latency lag sluggish wait
cheap light lightweight inexpensive lighter cheaper
expensive cost costly heavy overhead price slower
memory heap storage ram
protect guard synchronize lock mutex secure
copy duplicate replicate clone paste
replace substitute swap exchange override overwrite
create make construct instantiate build generate spawn allocate
initialize set assign
call invoke execute run trigger
function method procedure routine subroutine operation
parameter argument input
output result return
subclass child descendant derived
child successor descendant
parent superclass base ancestor predecessor
address location reference position pointer
contain hold store keep save include comprise consist
part portion piece section segment chunk
whole entire all complete full every
error failure fault exception crash bug
fail break crash die
unique distinct
same identical equal equivalent
different differ distinct unlike
concurrent simultaneous parallel
change modify update alter edit mutate adjust
send transmit deliver emit publish
resend retransmit retry repeat
acknowledge confirm ack
loss lost drop missing
finish complete terminate end stop exit
big large huge great greater bigger larger
small little tiny less smaller fewer lower
private hidden encapsulate isolated separate own sandbox independent
share shared common
limit bound maximum max cap restrict
unlimited infinite unbounded endless many
dynamic variable flexible resize grow expand extensible
static fixed constant immutable permanent
split divide partition break separate
half halves middle
merge combine join together unite fuse
sort order arrange rank
sequence order series ordered
search find locate lookup seek query
visit traverse walk traversal iterate
repeat iterate loop repeatedly
automatic automatically itself
manual manually explicit explicitly hand
free release deallocate reclaim dispose
reachable reference referenced accessible
stale outdated old obsolete expired
new fresh recent current
collection set group list bunch
direct directly immediate immediately instant random
type kind sort
code source implementation body
define definition describe specify declare
interface signature prototype contract api
reuse reusable again
life lifetime live persist remain survive last
property attribute field characteristic member feature
always constantly ever permanent
never impossible
stop halt block freeze stuck hang forever
wait block pending blocked
acquire get take obtain grab
prevent avoid stop
guarantee ensure promise assure
need require must necessary
allow let enable permit support
show display present reveal expose
user client customer consumer caller
server backend host
request query call
test check verify validate assert
spread distribute scatter randomize
burst spike surge flood storm
crash outage down unavailable
message event notification
connect connection handshake link
datagram packet segment message
data information
explain describe state
choose select pick decide
improve increase boost raise better
reduce decrease lower shrink cut less
scan traverse search
measure metric monitor track log
compare benchmark evaluate
problem issue trouble
reason cause because why
benefit advantage gain pro
drawback disadvantage downside con tradeoff cost
container holder wrapper
readable understandable clear
`;

const groupsByStem = (): Map<string, number[]> => {
  const found = new Map<string, number[]>();
  for (const [number, line] of GROUPS.trim().split('\n').entries()) {
    for (const word of line.split(' ')) {
      const stem = stemOf(word);
      found.set(stem, [...(found.get(stem) ?? []), number]);
    }
  }
  return found;
};

const GROUPS_BY_STEM: ReadonlyMap<string, readonly number[]> = groupsByStem();

const NONE: readonly number[] = [];

/** The groups of words standing for one another that a stem belongs to; two stems with one in common are synonyms. */
export const synonymGroupsOf = (stem: string): readonly number[] => GROUPS_BY_STEM.get(stem) ?? NONE;
