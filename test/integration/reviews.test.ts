import { describe, expect, test } from "vitest";
import { rebuildAll } from "../../worker/actions/rebuild-projections";
import { change, EVENTS, eventOf, lifeOf, log, problems, review, viewOf, type ReviewAnswer } from "./discussion";
import { api, database, keyFor, loadShipped, registerShipped, SLUG } from "./harness";

/** An event by somebody, and two others who may review it. */
async function anEvent() {
  const { analyst: author, viewer, owner } = await registerShipped();
  const [key, third] = [await keyFor("analyst", "Reviewer"), await keyFor("analyst", "Third")];
  const { ref } = await log(author);
  return { author, viewer, owner, key, third, ref };
}

describe("a review", () => {
  test("agrees when the event is coded right and the grade weighs the same", async () => {
    const { key, ref } = await anEvent();
    const response = await review(key, ref, 1, { sourceReliability: "A" });
    expect(response.status).toBe(201);
    const answer: ReviewAnswer = await response.json();
    // A2 and B2 weigh 0.75 both: the number decides.
    expect(answer).toMatchObject({ judgement: "agreed", review: "agreed" });
    expect(answer.event).toMatchObject({ ref, version: 1, review: "agreed" });
    expect(answer.first).toEqual({ sourceReliability: "B", infoCredibility: 2 });
    const { reviews, mayReview } = await lifeOf(key, ref);
    expect(reviews).toMatchObject([{ by: "Reviewer", judgement: "agreed", blind: true, eventVersion: 1 }]);
    expect(mayReview).toBe(true);
    expect(await problems()).toEqual([]);
  });

  test("disputes by its grade alone without a word, and the coding with a sentence only", async () => {
    const { key, third, ref } = await anEvent();
    const silent = await review(third, ref, 1, { agrees: false });
    expect(silent.status).toBe(422);
    expect(await silent.json()).toMatchObject({ errors: [{ field: "comment" }] });
    const graded: ReviewAnswer = await (await review(key, ref, 1, { infoCredibility: 3 })).json();
    expect(graded).toMatchObject({ judgement: "disputed", review: "disputed" });
    const coded = await review(third, ref, 1, { agrees: false, comment: "He was an envoy" });
    expect(await coded.json()).toMatchObject({ judgement: "disputed" });
    const { reviews } = await lifeOf(key, ref);
    expect(reviews.map(({ by, comment }) => [by, comment])).toEqual([
      ["Reviewer", ""],
      ["Third", "He was an envoy"],
    ]);
  });

  test("of one dispute outweighs agreement until it is taken back", async () => {
    const { key, third, ref } = await anEvent();
    await review(key, ref, 1);
    await review(third, ref, 1, { infoCredibility: 5 });
    expect((await eventOf(key, ref)).review).toBe("disputed");
    const path = `${EVENTS}/${ref}/review`;
    const taken = await api("DELETE", path, { key: third, body: { reason: "Misread" } });
    expect(await taken.json()).toMatchObject({ review: "agreed", event: { ref, review: "agreed" } });
    expect((await api("DELETE", path, { key: third, body: { reason: "Again" } })).status).toBe(404);
    await api("DELETE", path, { key, body: { reason: "Not sure" } });
    expect((await eventOf(key, ref)).review).toBe("unreviewed");
    expect((await lifeOf(key, ref)).reviews).toEqual([]);
    expect((await viewOf(key)).review).toEqual({ unreviewed: 1, agreed: 0, disputed: 0 });
    expect(await problems()).toEqual([]);
  });

  test("that disputes is not shaken off by a correction, a retraction or an undo, and holds until it is taken back", async () => {
    const { author, key, ref } = await anEvent();
    await review(key, ref, 1, { infoCredibility: 5 });
    await change("PATCH", author, ref, 1, { title: "Retold", reason: "Clearer" });
    expect((await eventOf(key, ref)).review).toBe("disputed");
    await change("DELETE", author, ref, 2, { reason: "Never mind" });
    expect((await viewOf(key)).review).toEqual({ unreviewed: 0, agreed: 0, disputed: 0 });
    await api("POST", `/scenarios/${SLUG}/undo`, { key: author, body: {} });
    expect((await viewOf(key)).review).toEqual({ unreviewed: 0, agreed: 0, disputed: 1 });
    await api("DELETE", `${EVENTS}/${ref}/review`, { key, body: { reason: "Settled" } });
    expect((await viewOf(key)).review).toEqual({ unreviewed: 1, agreed: 0, disputed: 0 });
    expect(await problems()).toEqual([]);
  });

  test("of a retracted event that is taken back moves no count", async () => {
    const { author, key, ref } = await anEvent();
    await review(key, ref, 1, { infoCredibility: 5 });
    await change("DELETE", author, ref, 1, { reason: "Never mind" });
    await api("DELETE", `${EVENTS}/${ref}/review`, { key, body: { reason: "Settled" } });
    expect((await viewOf(key)).review).toEqual({ unreviewed: 0, agreed: 0, disputed: 0 });
    expect(await problems()).toEqual([]);
  });

  test("is no blind one if the reviewer says to have seen the grade", async () => {
    const { key, ref } = await anEvent();
    await review(key, ref, 1, { seen: true });
    expect((await lifeOf(key, ref)).reviews).toMatchObject([{ blind: false, judgement: "agreed" }]);
  });

  test("is blind the first time of a version only; sending it twice changes nothing", async () => {
    const { author, key, ref } = await anEvent();
    await review(key, ref, 1);
    await review(key, ref, 1);
    const once = await lifeOf(key, ref);
    expect(once.reviews).toMatchObject([{ blind: true }]);
    await review(key, ref, 1, { infoCredibility: 4 });
    const [second] = (await lifeOf(key, ref)).reviews;
    expect(second).toMatchObject({ blind: false, judgement: "disputed" });
    expect(second?.revision).toBe((once.reviews[0]?.revision ?? 0) + 1);
    await change("PATCH", author, ref, 1, { title: "Retold", reason: "Clearer" });
    await review(key, ref, 2);
    expect((await lifeOf(key, ref)).reviews).toMatchObject([{ blind: true, eventVersion: 2 }]);
    await api("DELETE", `${EVENTS}/${ref}/review`, { key, body: { reason: "Hm" } });
    await review(key, ref, 2);
    expect((await lifeOf(key, ref)).reviews).toMatchObject([{ blind: false, eventVersion: 2 }]);
    expect(await problems()).toEqual([]);
  });

  test("is not for anybody who wrote a version of the event", async () => {
    const { author, key, third, viewer, ref } = await anEvent();
    const own = await review(author, ref, 1);
    expect(own.status).toBe(403);
    expect(await own.json()).toMatchObject({ detail: "You wrote this one; somebody else must review it." });
    await change("PATCH", third, ref, 1, { title: "Retold", reason: "Clearer" });
    for (const writer of [author, third]) {
      expect((await review(writer, ref, 2)).status).toBe(403);
      expect((await lifeOf(writer, ref)).mayReview).toBe(false);
    }
    expect((await lifeOf(viewer, ref)).mayReview).toBe(false);
    expect((await review(key, ref, 2)).status).toBe(201);
  });

  test("needs the version that was looked at, and refuses one that is gone without showing the grade", async () => {
    const { author, key, ref } = await anEvent();
    const body = { sourceReliability: "B", infoCredibility: 2, agrees: true };
    expect((await api("POST", `${EVENTS}/${ref}/review`, { key, body })).status).toBe(428);
    await change("PATCH", author, ref, 1, { infoCredibility: 1, reason: "Second source" });
    const stale = await review(key, ref, 1);
    expect(stale.status).toBe(412);
    expect(await stale.text()).not.toContain("Credibility");
    expect((await review(key, "E-0999", 1)).status).toBe(404);
    await change("DELETE", author, ref, 2, { reason: "Never was" });
    expect((await review(key, ref, 3)).status).toBe(409);
    expect((await lifeOf(key, ref)).mayReview).toBe(false);
  });
});

describe("the counts of the view", () => {
  test("follow reviews, corrections and retractions, and a rebuild gives the same", async () => {
    const { owner: author, analyst: key } = await loadShipped();
    const counts = async () => (await viewOf(key)).review;
    expect(await counts()).toEqual({ unreviewed: 198, agreed: 0, disputed: 0 });
    const { sourceReliability, infoCredibility } = await eventOf(key, "PKRU-0001");
    await review(key, "PKRU-0001", 1, { sourceReliability, infoCredibility });
    await review(key, "PKRU-0002", 1, { agrees: false, comment: "Another day" });
    expect(await counts()).toEqual({ unreviewed: 196, agreed: 1, disputed: 1 });
    await change("PATCH", author, "PKRU-0001", 1, { notes: "Checked", reason: "Note" });
    expect(await counts()).toEqual({ unreviewed: 197, agreed: 0, disputed: 1 });
    await change("DELETE", author, "PKRU-0002", 1, { reason: "Doubled" });
    expect(await counts()).toEqual({ unreviewed: 197, agreed: 0, disputed: 0 });
    await change("PATCH", author, "PKRU-0002", 2, { reason: "It was not" });
    expect(await counts()).toEqual({ unreviewed: 197, agreed: 0, disputed: 1 });
    const { sourceReliability: letter, infoCredibility: number } = await eventOf(key, "PKRU-0002");
    await review(key, "PKRU-0002", 3, { sourceReliability: letter, infoCredibility: number });
    const revision = (await viewOf(key)).revision;
    await rebuildAll(database(), "2026-11-24");
    expect(await counts()).toEqual({ unreviewed: 197, agreed: 1, disputed: 0 });
    expect(await problems()).toEqual([]);
    // As of the revision before the last review, from the ledger.
    expect((await viewOf(key, `?revision=${revision - 1}`)).review).toEqual({
      unreviewed: 197,
      agreed: 0,
      disputed: 1,
    });
    const old = await (await api("GET", `/scenarios/${SLUG}/view?asOf=2012-12-31`, { key })).json();
    expect(old).toMatchObject({ review: { agreed: 1 } });
  });
});
