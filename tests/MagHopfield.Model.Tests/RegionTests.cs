using System.Text;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Checking;
using MagHopfield.Model.Files;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Tests;

public sealed class RegionTests
{
    [Fact]
    public void A_film_may_have_ten_thousand_regions_each_with_parameters_of_its_own()
    {
        StringBuilder text = new("""
            [mesh]
            cells = [200, 200, 1]
            cell_size = [5e-9, 5e-9, 5e-9]
            [material]
            saturation_magnetisation = 8e5
            exchange_stiffness = 1.3e-11
            gilbert_damping = 0.1
            [initial]
            state = "uniform"
            direction = [1, 0, 0]
            [[stage]]
            kind = "minimise"

            """);
        for (int k = 0; k < 10_000; k++)
        {
            text.Append(FormattableString.Invariant($"""
                [[region]]
                name = "grain {k}"
                shape = "rectangle"
                size = [10e-9, 10e-9]
                centre = [{((k % 100) - 49.5) * 10e-9:R}, {((k / 100) - 49.5) * 10e-9:R}, 0.0]
                saturation_magnetisation = {(7e5 + k).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)}

                """));
        }

        ProblemFile file = ProblemFile.Parse(text.ToString(), "grains.toml");
        Assert.DoesNotContain(ProblemCheck.Of(file), f => f.Message.Contains("has no cell", StringComparison.Ordinal));
        Ferromagnet body = BodyBuilder.Body(file.Problem);
        Assert.Equal(10_001, body.Geometry.LastRegion);
        for (int i = 0; i < 40_000; i++)
            Assert.Equal(7e5 + (i / 200 / 2 * 100) + (i % 200 / 2), body.MsOf(i));
    }
}
