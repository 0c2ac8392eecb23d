using System.Text;
using MagHopfield.Micromagnetics.Energy;
using MagHopfield.Problems.Parameters;

namespace MagHopfield.Problems.Output;

/// <summary>The works to cite for a run: those of the models and methods that it used, and no others.</summary>
internal static class Bibliography
{
    /// <summary>The works, one a line.</summary>
    public static string Of(Problem problem)
    {
        StringBuilder text = new("Works behind the models and methods of this run:\n\n");
        foreach ((bool used, string what, string work) in Works(problem))
        {
            if (used)
                text.Append(what).Append(": ").Append(work).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<(bool Used, string What, string Work)> Works(Problem p)
    {
        bool Stage(StageKind kind) => p.Stages.Any(s => s.Kind == kind);
        bool Any(double material, Func<RegionParameters, double?> own) => material != 0 || p.Regions.Any(r => own(r) is double v && v != 0);
        bool runs = Stage(StageKind.Run);
        yield return (true, "Equation of motion", "T. L. Gilbert, IEEE Trans. Magn. 40, 3443 (2004).");
        yield return (
            Any(p.Material.ExchangeStiffness, r => r.ExchangeStiffness), "Exchange", "M. J. Donahue and D. G. Porter, Physica B 343, 177 (2004).");
        yield return (p.Demagnetisation.Enabled, "Demagnetising field", "A. J. Newell, W. Williams and D. J. Dunlop, J. Geophys. Res. 98, 9551 (1993).");
        yield return (
            Any(p.Material.InterfacialDmi, r => r.InterfacialDmi) || Any(p.Material.BulkDmi, r => r.BulkDmi),
            "Dzyaloshinskii-Moriya interaction",
            "I. Dzyaloshinsky, J. Phys. Chem. Solids 4, 241 (1958); T. Moriya, Phys. Rev. 120, 91 (1960).");
        yield return (
            p.Material.DmiBoundary == DmiBoundary.Mumax3 && (Any(p.Material.InterfacialDmi, r => r.InterfacialDmi) || Any(p.Material.BulkDmi, r => r.BulkDmi)),
            "Boundary of the Dzyaloshinskii-Moriya interaction",
            "J. Mulkers, B. Van Waeyenberge and M. V. Milošević, Phys. Rev. B 95, 144401 (2017).");
        yield return (
            p.Current is not null && runs, "Spin-transfer torque", "S. Zhang and Z. Li, Phys. Rev. Lett. 93, 127204 (2004).");
        yield return (p.Slonczewski is not null && runs, "Spin-transfer torque", "J. C. Slonczewski, J. Magn. Magn. Mater. 159, L1 (1996).");
        yield return (p.Thermal is { Temperature: > 0 } && runs, "Thermal field", "W. F. Brown, Phys. Rev. 130, 1677 (1963).");
        yield return (
            runs && p.Solver.Integrator == IntegratorKind.DormandPrince54,
            "Integrator",
            "J. R. Dormand and P. J. Prince, J. Comput. Appl. Math. 6, 19 (1980).");
        yield return (
            Stage(StageKind.Relax) || (runs && p.Solver.Integrator == IntegratorKind.BogackiShampine32),
            "Integrator",
            "P. Bogacki and L. F. Shampine, Appl. Math. Lett. 2, 321 (1989).");
        yield return (
            runs && p.Solver.Integrator == IntegratorKind.Heun,
            "Integrator",
            "J. L. García-Palacios and F. J. Lázaro, Phys. Rev. B 58, 14937 (1998).");
        yield return (
            runs && p.Solver.Integrator == IntegratorKind.SemiImplicitMidpoint,
            "Integrator",
            "J. H. Mentink et al., J. Phys.: Condens. Matter 22, 176001 (2010).");
        yield return (
            p.Thermal is { Temperature: > 0 } && runs && p.Solver.FixedStep is null,
            "Noise of adaptive steps",
            "C. Rackauckas and Q. Nie, Discrete Contin. Dyn. Syst. B 22, 2731 (2017).");
        yield return (
            Stage(StageKind.Relax) || runs, "Adaptive steps and relaxation", "A. Vansteenkiste et al., AIP Adv. 4, 107133 (2014).");
        yield return (Stage(StageKind.Minimise), "Minimiser", "L. Exl et al., J. Appl. Phys. 115, 17D118 (2014).");
        yield return (p.Output.Columns.Contains("charge"), "Topological charge", "B. Berg and M. Lüscher, Nucl. Phys. B 190, 412 (1981).");
    }
}
