package hub.platform.figures;

/** What is drawn of a table. Lengths are those of an SVG that is as wide as its column; a phone's is about 290. */
public sealed interface Drawing permits BarChart, LineChart, SmallMultiples {}
