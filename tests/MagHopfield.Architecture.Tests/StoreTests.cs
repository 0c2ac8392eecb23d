using Mono.Cecil;

namespace MagHopfield.Architecture.Tests;

/// <summary>
/// What is measured on hardware or timed is never answered from a store of earlier results: no code that a store calls to compute, or that
/// has a store at hand, reaches a board or the benchmarks.
/// </summary>
public sealed class StoreTests
{
    private const string Store = "MagHopfield.Store.ResultStore";
    private static readonly string[] Never =
    [
        "MagHopfield.BoardClient", "MagHopfield.Bench", "MagHopfield.RaspberryPi", "System.IO.Ports", "System.Net.Sockets",
    ];

    [Theory]
    [InlineData("MagHopfield.Bench")]
    [InlineData("MagHopfield.BoardClient")]
    [InlineData("MagHopfield.BoardServer")]
    [InlineData("MagHopfield.VirtualBoard")]
    [InlineData("MagHopfield.Instrument")]
    [InlineData("MagHopfield.RaspberryPi")]
    public void An_assembly_that_times_or_reaches_hardware_does_not_know_the_store(string project)
    {
        using ModuleDefinition module = Module(project);
        Assert.DoesNotContain(module.GetTypeReferences(), t => t.FullName == Store);
    }

    [Fact]
    public void No_code_that_has_a_store_at_hand_reaches_a_board_or_a_benchmark()
    {
        Dictionary<string, MethodDefinition> all = [];
        List<ModuleDefinition> modules = [.. ProjectFile.Product().Where(p => p.Name != "MagHopfield.Store").Select(p => Module(p.Name))];
        foreach (MethodDefinition method in modules.SelectMany(m => m.GetTypes()).SelectMany(t => t.Methods))
            all[method.FullName] = method;
        string[] users = [.. all.Values.Where(UsesStore).Select(m => Outermost(m.DeclaringType).FullName).Distinct()];
        Assert.Contains("MagHopfield.Papers.Niu2024.Spread.Niu2024Spread", users);
        Assert.Contains("MagHopfield.Papers.Niu2024.Letters.Training.LetterEnsemble", users);
        Assert.Contains("MagHopfield.BoardStudies.Scaling.ScalingRow", users);

        // Whole types, as a lambda that is to compute is a method of its own in a class of its own.
        Stack<MethodDefinition> waiting = new(all.Values.Where(m => users.Contains(Outermost(m.DeclaringType).FullName) && !IsCommand(m)));
        HashSet<string> reached = [.. waiting.Select(m => m.FullName)];
        Assert.True(reached.Count > 20);
        List<string> wrong = [];
        while (waiting.TryPop(out MethodDefinition? method))
        {
            foreach (MethodReference called in Called(method))
            {
                if (Never.Any(n => called.DeclaringType.Namespace.StartsWith(n, StringComparison.Ordinal)))
                    wrong.Add($"{method.FullName} calls {called.FullName}");
                if (all.TryGetValue(called.GetElementMethod().FullName, out MethodDefinition? next) && reached.Add(next.FullName))
                    waiting.Push(next);
            }
        }

        modules.ForEach(m => m.Dispose());
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_study_that_takes_up_a_store_opens_no_board_and_is_not_measured()
    {
        string[] projects =
        [
            "MagHopfield.Papers.Niu2024", "MagHopfield.BoardStudies", "MagHopfield.Validation", "MagHopfield.Bench", "MagHopfield.Cli",
        ];
        List<ModuleDefinition> modules = [.. projects.Select(Module)];
        ILookup<string, MethodDefinition> types =
            modules.SelectMany(m => m.GetTypes()).SelectMany(t => t.Methods).ToLookup(m => Outermost(m.DeclaringType).Name);
        string[] users =
        [
            .. types.Where(t => t.SelectMany(Called).Any(c => c.FullName.EndsWith("StudyContext::get_Store()"))).Select(t => t.Key),
        ];
        Assert.Superset(
            new HashSet<string>
            {
                "SpreadStudy",
                "GatesStudy",
                "ConvergenceStudy",
                "Figure5Study",
                "ScalingStudy",
                "LetterSearchStudy",
                "BoardScalingStudy",
                "BudgetStudy",
                "Figure3Study",
                "Figure4Study",
                "PulseStudy",
                "InferenceStudy",
                "RepeatabilityStudy",
                "SurrogateStudy",
            },
            users.ToHashSet());
        Assert.DoesNotContain("BoardCrossCheckStudy", users);
        Assert.DoesNotContain(users, u => types[u].Any(m => m.Name == "get_IsMeasured"));
        Assert.DoesNotContain(
            users.SelectMany(u => types[u]).SelectMany(Called), c =>
                Never.Any(n => c.DeclaringType.Namespace.StartsWith(n, StringComparison.Ordinal)));
        modules.ForEach(m => m.Dispose());
    }

    private static ModuleDefinition Module(string project) =>
        ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, Layers.AssemblyOf(project) + ".dll"));

    private static bool IsCommand(MethodDefinition method) => method.Module.Assembly.Name.Name == Layers.AssemblyOf("MagHopfield.Cli");

    private static bool UsesStore(MethodDefinition method) =>
        method.Parameters.Any(p => p.ParameterType.FullName == Store)
        || Called(method).Any(c => c.DeclaringType.FullName == Store || c.ReturnType.FullName == Store);

    private static IEnumerable<MethodReference> Called(MethodDefinition method) =>
        method.HasBody ? method.Body.Instructions.Select(i => i.Operand).OfType<MethodReference>() : [];

    private static TypeDefinition Outermost(TypeDefinition type)
    {
        while (type.DeclaringType is TypeDefinition outer)
            type = outer;
        return type;
    }
}
