using MagHopfield.Hardware.Bom;
using MagHopfield.Hardware.Netlist;
using MagHopfield.Hardware.Sheets;
using MagHopfield.Toml;

namespace MagHopfield.Hardware.Tests;

public class CostTests
{
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
}
