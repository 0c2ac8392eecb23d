using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Files;
using MagHopfield.Model.Problems;
using MagHopfield.Reports;

namespace MagHopfield.Model.Checking;

/// <summary>Are numbers given in other units than they are read in?</summary>
internal static class UnitChecks
{
    public static IEnumerable<Finding> Of(ProblemFile file)
    {
        Problem p = file.Problem;
        Finding At(int line, InvariantText message) => new(Severity.Warning, file.Source, line, message.ToString());
        double ms = p.Material.SaturationMagnetisation;
        if (ms < 1e3)
        {
            yield return At(file.LineOf("material", "saturation_magnetisation"),
                $"saturation magnetisation of {ms} A/m: this looks like tesla or kA/m; in A/m µ0 Ms = {ms} T would be "
                + $"{ms / PhysicalConstants.Mu0:0.###e0}.");
        }

        double cell = Lengths.Axes(p.Mesh).Max(a => a.Size);
        if (cell > 1e-6)
        {
            yield return At(file.LineOf("mesh", "cell_size"),
                $"cells of {cell} m: sizes are read in metres; write nanometres as in 4e-9.");
        }

        if (p.Material.GyromagneticRatio > 1e9)
        {
            yield return At(file.LineOf("material", "gyromagnetic_ratio"),
                $"gyromagnetic ratio of {p.Material.GyromagneticRatio}: this looks like rad/(s·T); it is read in m/(A·s), so multiply by "
                + $"µ0: {p.Material.GyromagneticRatio * PhysicalConstants.Mu0:0.####e0}.");
        }
    }
}
