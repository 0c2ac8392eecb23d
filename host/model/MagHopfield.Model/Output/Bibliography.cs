using System.Text;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Output;

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
        bool runs = Stage(StageKind.Run);
        yield return (true, "Equation of motion", "T. L. Gilbert, IEEE Trans. Magn. 40, 3443 (2004).");
        TermUse use = new(runs, p.Solver.FixedStep is null);
        foreach (TermSource source in p.Terms.SelectMany(term => term.Sources(use)).Distinct())
            yield return (true, source.What, source.Work);
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
            Stage(StageKind.Relax) || runs, "Adaptive steps and relaxation", "A. Vansteenkiste et al., AIP Adv. 4, 107133 (2014).");
        yield return (Stage(StageKind.Minimise), "Minimiser", "L. Exl et al., J. Appl. Phys. 115, 17D118 (2014).");
        yield return (p.Output.Columns.Contains("charge"), "Topological charge", "B. Berg and M. Lüscher, Nucl. Phys. B 190, 412 (1981).");
    }
}
