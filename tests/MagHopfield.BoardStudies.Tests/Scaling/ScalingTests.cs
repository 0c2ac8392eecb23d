using MagHopfield.BoardStudies.Scaling;
using MagHopfield.Hardware.Bom;
using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Sheets;
using MagHopfield.Hardware.Tests;
using MagHopfield.Tests.Figures;
using MagHopfield.Toml;

namespace MagHopfield.BoardStudies.Tests.Scaling;

public class ScalingTests
{
    [Fact]
    public void The_table_of_the_README_is_what_the_command_prints() =>
        Assert.True(
            Repository.Read("README.md").Contains(
                ScalingTable.Markdown([.. ScalingRow.Sizes.Select(n => ScalingRow.Of(n))]), StringComparison.Ordinal),
            "the table of hardware/README.md is out of date; put there what maghopfield hardware scaling prints");

    [Fact]
    public void A_row_of_four_nodes_counts_the_chips_of_the_drawn_board()
    {
        BoardDesign design = BoardDesigner.FourNodes();
        foreach (
            (string part, int count) in BillOfMaterials.Chips(4).Where(c => c.Key is not ("shunt 50 Ω 0.01 %" or "74HC154 (chip selects)")))
        {
            Assert.Equal(count, design.Parts.Count(p => p.Item.PartNumber.StartsWith(part, StringComparison.Ordinal)));
        }

        Assert.Equal(BillOfMaterials.Chips(4)["shunt 50 Ω 0.01 %"], design.Parts.Count(p => p.Item.Value == "50 Ω 0.01 %"));
        Assert.Equal(design.Parts.Sum(p => p.Item.Euro), ScalingRow.Cost(4), 1e-9);
    }

    [Fact]
    public void The_time_of_a_Kelvin_round_grows_with_the_square_of_the_nodes()
    {
        ScalingRow small = ScalingRow.Of(8);
        ScalingRow large = ScalingRow.Of(16);
        Assert.Equal((2 * 7 * 10) + 3, small.Readings);
        Assert.Equal((2 * 15 * 18) + 3, large.Readings);
        Assert.InRange(large.Seconds / small.Seconds, 3.5, 4.2);
    }

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
