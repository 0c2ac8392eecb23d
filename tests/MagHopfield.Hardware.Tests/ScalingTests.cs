using MagHopfield.Hardware.Bom;
using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Scaling;
using MagHopfield.Hardware.Sheets;
using MagHopfield.Toml.Keys;

namespace MagHopfield.Hardware.Tests;

public class ScalingTests
{
    [Fact]
    public void The_table_of_the_README_is_what_the_command_prints() =>
        Assert.True(
            Repository.Read("README.md").Contains(
                ScalingTable.Markdown([.. ScalingRow.Sizes.Select(n => ScalingRow.Of(n))]), StringComparison.Ordinal),
            "the table of hardware/README.md is out of date; put there what maghopfield hardware scaling prints");

    [Fact]
    public void The_README_gives_the_cost_of_each_class_of_parts()
    {
        string page = Repository.Read("README.md");
        foreach ((CostClass kind, double euro) in BillOfMaterials.Cost(BoardDesigner.FourNodes()))
        {
            Assert.True(
                page.Contains(string.Create(System.Globalization.CultureInfo.InvariantCulture, $" | {euro:0} |\n")),
                $"hardware/README.md does not give {euro:0} EUR for {kind}");
        }
    }

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
}
