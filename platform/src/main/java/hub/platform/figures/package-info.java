/**
 * Figures that staff look at and that are published. {@link hub.platform.figures.Counts} are what was counted; {@link hub.platform.figures.Suppression} withholds what is
 * below five, and as much more as it takes that nothing withheld can be worked out, and makes a {@link hub.platform.figures.FigureTable}; of that
 * {@link hub.platform.figures.BarChart}, {@link hub.platform.figures.LineChart} and small multiples of it are drawn, always with the table beside:
 * {@code parts/figures :: figure}. {@link hub.platform.figures.CsvFile} writes every CSV of the hub.
 *
 * <p>Nothing here reads or keeps data: who may see a figure is said by the feature that counts.
 */
@NullMarked
package hub.platform.figures;

import org.jspecify.annotations.NullMarked;
