using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Files;

/// <summary>[solver].</summary>
internal static class SolverSection
{
    public static readonly Key<IntegratorKind> Integrator = Key.Choice(
        "integrator",
        "Method for stages of kind run. The first two are adaptive, the others have a fixed step.",
        [
            ("dormand_prince_54", IntegratorKind.DormandPrince54), ("bogacki_shampine_32", IntegratorKind.BogackiShampine32),
            ("runge_kutta_4", IntegratorKind.RungeKutta4), ("heun", IntegratorKind.Heun), (
                "semi_implicit_midpoint", IntegratorKind.SemiImplicitMidpoint),
        ],
        "dormand_prince_54");

    public static readonly Key<double> MaxError = Key.Number(
        "max_error", "", "Largest error of m per step of an adaptive method.", 1e-12, 0.1, 1e-5);

    public static readonly Key<double?> FixedStep = Key.OptionalPositive(
        "fixed_step", "s", "Step of a method of fixed step; an adaptive method takes it without error control.", "adaptive");

    public static readonly Key<double?> MaxStep = Key.OptionalPositive("max_step", "s", "Longest step of an adaptive method.", "no limit");

    public static readonly SectionDeclaration Declaration = new(
        "solver", false, "How the equation of motion is integrated. The section may be left out.",
        [
            Integrator, MaxError, FixedStep, MaxStep,
        ]);

    public static SolverParameters Read(TomlSection? section)
    {
        if (section is null)
            return new(IntegratorKind.DormandPrince54, 1e-5, null, double.PositiveInfinity);

        IntegratorKind integrator = Integrator.Read(section);
        double? step = FixedStep.Read(section);
        if (step is double fixedStep)
            return new(integrator, 1e-5, fixedStep, double.PositiveInfinity);

        return integrator is IntegratorKind.DormandPrince54 or IntegratorKind.BogackiShampine32
            ? new(integrator, MaxError.Read(section), null, MaxStep.Read(section) ?? double.PositiveInfinity)
            : throw section.Error(Integrator.Name, $"has no adaptive step; add {FixedStep.Name} in s, or choose an adaptive method");
    }

    public static void Write(DocumentWriter text, SolverParameters solver)
    {
        text.Section("[solver]");
        text.Add(Integrator, solver.Integrator);
        text.Add(FixedStep, solver.FixedStep);
        if (solver.FixedStep is not null)
            return;
        text.Add(MaxError, solver.MaxError);
        text.Add(MaxStep, double.IsFinite(solver.MaxStep) ? solver.MaxStep : null);
    }
}
