/** A probability as people say it. Never "certain": a report is evidence, not proof. */
export function chance(probability: number): string {
  if (probability >= 0.97) return "practically certain";
  if (probability < 0.03) return "hardly possible";
  const tenths = Math.min(9, Math.round(probability * 10));
  return tenths === 0 ? `about ${Math.round(probability * 100)} in 100` : `about ${tenths} in 10`;
}
