using Mono.Cecil;
using Mono.Cecil.Cil;

namespace MagHopfield.Architecture.Tests;

/// <summary>Whatever moves a magnetisation goes through the engine's simulation.</summary>
public sealed class RunDriverTests
{
    public static TheoryData<string> Projects => new(ProjectFile.Product().Select(project => project.Name));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Only_the_simulation_drives_integrators_and_minimisers(string name)
    {
        string[] drivers =
        [
            .. Calls(name).Where(call => IsStep(call.Called)).Select(call => OutermostOf(call.Caller.DeclaringType)).Distinct(),
        ];
        string[] expected = name == "MagHopfield.Micromagnetics" ? ["Simulation`1"] : [];
        Assert.Equal(expected, drivers);
    }

    // What a descent and the test for a saddle do among themselves is their own.
    private static IEnumerable<(MethodDefinition Caller, MethodReference Called)> Calls(string name)
    {
        using ModuleDefinition module =
            ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, Layers.AssemblyOf(name) + ".dll"));
        foreach (MethodDefinition method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            if (method.DeclaringType.Namespace == "MagHopfield.Micromagnetics.Minimisation")
                continue;
            foreach (Instruction instruction in method.Body.Instructions)
            {
                if (instruction.Operand is MethodReference called)
                    yield return (method, called);
            }
        }
    }

    private static bool IsStep(MethodReference method) => (method.DeclaringType.GetElementType().FullName, method.Name) is
        ("MagHopfield.Micromagnetics.Integrators.IIntegrator`1", "Step")
        or ("MagHopfield.Micromagnetics.Minimisation.Relaxation`1", "Relax")
        or ("MagHopfield.Micromagnetics.Minimisation.BarzilaiBorwein`1", "Minimise")
        or ("MagHopfield.Micromagnetics.Minimisation.SaddleTest`1", "IsMinimum");

    private static string OutermostOf(TypeReference type) => type.DeclaringType is null ? type.Name : OutermostOf(type.DeclaringType);
}
