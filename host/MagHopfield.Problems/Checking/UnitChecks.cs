using MagHopfield.Micromagnetics;
using MagHopfield.Problems.Parameters;

namespace MagHopfield.Problems.Checking;

/// <summary>Are numbers given in other units than they are read in?</summary>
internal static class UnitChecks
{
    public static IEnumerable<Finding> Of(ProblemFile file)
    {
        Problem p = file.Problem;
        Finding At(int line, FormattableString message) => new(Severity.Warning, file.Source, line, FormattableString.Invariant(message));
        double ms = p.Material.SaturationMagnetisation;
        if (ms < 1e3)
        {
            yield return At(
                file.LineOf("material", "saturation_magnetisation"),
                $"saturation magnetisation of {ms} A/m: this looks like tesla or kA/m; in A/m µ0 Ms = {ms} T would be {ms / PhysicalConstants.Mu0:0.###e0}.");
        }

        if (p.Material.ExchangeStiffness is > 1e-9)
        {
            yield return At(
                file.LineOf("material", "exchange_stiffness"),
                $"exchange stiffness of {p.Material.ExchangeStiffness} J/m: usual values are near 1e-11; perhaps it is given in erg/cm (1 erg/cm = 1e-5 J/m) or pJ/m.");
        }

        double cell = Lengths.Axes(p.Mesh).Max(a => a.Size);
        if (cell > 1e-6)
        {
            yield return At(
                file.LineOf("mesh", "cell_size"), $"cells of {cell} m: sizes are read in metres; write nanometres as in 4e-9.");
        }

        if (p.Material.GyromagneticRatio > 1e9)
        {
            yield return At(
                file.LineOf("material", "gyromagnetic_ratio"),
                $"gyromagnetic ratio of {p.Material.GyromagneticRatio}: this looks like rad/(s·T); it is read in m/(A·s), so multiply by µ0: {p.Material.GyromagneticRatio * PhysicalConstants.Mu0:0.####e0}.");
        }

        IEnumerable<(DriveField Field, int Line)> fields = p.Stages.Where(s => s.Field is not null).Select(s => (s.Field!, s.Line))
            .Prepend((p.Field, file.LineOf("", "field")));
        foreach ((DriveField field, int line) in fields)
        {
            foreach (double size in new[] { field.Constant.Length, field.Amplitude.Length })
            {
                if (size is > 0 and < 10)
                {
                    yield return At(
                        line, $"a field of {size:0.####} A/m is next to nothing: this looks like tesla; write it as constant_tesla or amplitude_tesla.");
                }
                else if (size > 1e8)
                {
                    yield return At(
                        line,
                        $"a field of {size:0.###e0} A/m ({size * PhysicalConstants.Mu0:0.###e0} T) is beyond any magnet: this looks like A/m given as tesla; write it as constant or amplitude.");
                }
            }
        }
    }
}
