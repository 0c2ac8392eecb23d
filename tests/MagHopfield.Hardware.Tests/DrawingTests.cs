using MagHopfield.Hardware.Drawing;
using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Scaling;
using MagHopfield.Hardware.Sheets;
using MagHopfield.Tests.Figures;

namespace MagHopfield.Hardware.Tests;

public class DrawingTests
{
    private static readonly BoardDesign Design = BoardDesigner.FourNodes();

    public static TheoryData<string> Sheets => [.. Design.Sheets];

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Every_text_of_a_sheet_can_be_read(string sheet) => FigureTexts.AssertReadable(SheetSvg.Draw(Design, sheet));

    [Fact]
    public void Every_text_of_the_block_diagram_can_be_read() => FigureTexts.AssertReadable(BlockDiagram.Draw(Design));

    [Fact]
    public void The_plot_of_boards_of_many_sizes_can_be_read() =>
        FigureTexts.AssertReadable(
            ScalingPlot.Draw(
                [
                    .. ScalingRow.Sizes.Select(
                        n =>
                            new ScalingRow(
                                n, new Dictionary<string, int>(), 90.0 * n, n, 0.15 * n * n, n > 16 ? null : 0.01 * Math.Pow(2, n))),
                ]));
}
