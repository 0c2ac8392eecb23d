using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Problems.Model;
using MagHopfield.Problems.Parameters;

namespace MagHopfield.Problems.Checking;

/// <summary>Is the thickness of the free layer under [slonczewski] that of the body?</summary>
internal static class LayerChecks
{
    // Thicknesses are written in few digits.
    private const double Rounding = 0.01;

    public static IEnumerable<Finding> Of(ProblemFile file)
    {
        if (file.Problem.Slonczewski?.Thickness is not double given)
            return [];
        double[] layers;
        try
        {
            layers = [.. LayerThickness.Of(BodyBuilder.Geometry(file.Problem)).Where(t => t > 0)];
        }
        catch (ArgumentException)
        {
            // No cell in the body: said by the checks of the body.
            return [];
        }

        (double least, double most) = (layers.Min(), layers.Max());
        if (given >= least * (1 - Rounding) && given <= most * (1 + Rounding))
            return [];
        string body = least < most ? FormattableString.Invariant($"{least:0.####e0} m to {most:0.####e0} m") : FormattableString.Invariant($"{least:0.####e0} m");
        return
        [
            new(
                Severity.Warning,
                file.Source,
                file.LineOf("slonczewski", "thickness"),
                FormattableString.Invariant(
                    $"the torque is that of a layer of {given:0.####e0} m, but the body has {body} along z; remove the key, which then is the body's own, or mend the geometry.")),
        ];
    }
}
