using MagHopfield.Hardware.Drawing;
using MagHopfield.Hardware.Netlist;
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
}
