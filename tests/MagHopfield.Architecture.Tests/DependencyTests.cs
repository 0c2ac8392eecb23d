using System.Text.RegularExpressions;
using Mono.Cecil;

namespace MagHopfield.Architecture.Tests;

public sealed class DependencyTests
{
    public static TheoryData<string> Projects => new(ProjectFile.Product().Select(project => project.Name));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_names_only_projects_below_it(string name)
    {
        ProjectFile project = ProjectFile.Product().Single(candidate => candidate.Name == name);
        Assert.All(project.Projects, used => Assert.Contains(used, AllowedFor(name)));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void An_assembly_uses_only_assemblies_below_it(string name)
    {
        Assert.All(OwnReferences(name), used => Assert.Contains(used, AllowedFor(name)));
    }

    [Theory]
    [InlineData("MagHopfield.VirtualBoard")]
    [InlineData("MagHopfield.BoardServer")]
    public void A_board_and_all_below_it_link_nothing_of_the_simulator_nor_of_the_libraries_that_it_needs(string name)
    {
        Assert.DoesNotContain(Reachable(name), used => used is "MagHopfield.Film" or "MagHopfield.Micromagnetics" or "MagHopfield.Toml");
        foreach (string own in Reachable(name).Append(name))
        {
            using ModuleDefinition module = Assembly(own);
            Assert.DoesNotContain(module.AssemblyReferences, used => used.Name is "MathNet.Numerics" or "Tomlyn");
        }
    }

    [Theory]
    [InlineData("MagHopfield.Film")]
    [InlineData("MagHopfield.Micromagnetics")]
    public void The_simulator_never_knows_of_the_board(string name)
    {
        Assert.DoesNotContain("MagHopfield.Instrument", Reachable(name));
        Assert.DoesNotContain("MagHopfield.VirtualBoard", Reachable(name));
    }

    [Fact]
    public void The_firmware_reaches_no_library_that_the_device_lacks()
    {
        foreach ((string name, string[] packages) in Layers.PackagesOfFirmware)
        {
            Assert.Equal(packages, ProjectFile.Product().Single(project => project.Name == name).Packages);
            using ModuleDefinition module = Assembly(name);
            IEnumerable<string> foreign = module.AssemblyReferences.Select(reference => reference.Name)
                .Where(used => used.Split('.')[0] is not ("System" or "MagHopfield"));
            Assert.Empty(foreign);
        }
    }

    [Fact]
    public void No_project_reaches_itself()
    {
        Assert.All(ProjectFile.Product(), project => Assert.DoesNotContain(project.Name, Reachable(project.Name)));
    }

    [Fact]
    public void The_solution_builds_every_project_but_the_head_of_the_ESP32()
    {
        string solution = File.ReadAllText(Path.Combine(ProjectFile.Root, "MagHopfield.sln"));
        string[] listed = Regex.Matches(solution, "\"([^\"]+proj)\"").Select(match => match.Groups[1].Value.Replace('\\', '/')).ToArray();
        Assert.Equal(ProjectFile.All().Select(project => project.Path).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_type_is_called_after_nothing_in_particular()
    {
        Regex declaration = new(@"\b(class|struct|interface|enum|record|delegate)\s+\w*(Utils?|Utilit(y|ies)|Manager|Helpers?)\b");
        IEnumerable<string> sources = ProjectFile.All().SelectMany(project =>
            Directory.GetFiles(Path.GetDirectoryName(Path.Combine(ProjectFile.Root, project.Path))!, "*.cs", SearchOption.AllDirectories));
        Assert.DoesNotContain(sources.Where(file => !file.Contains("/obj/")), file => declaration.IsMatch(File.ReadAllText(file)));
    }

    private static string[] AllowedFor(string name) => Layers.MayUse.TryGetValue(Layers.AssemblyOf(name), out string[]? allowed)
        ? allowed
        : throw new KeyNotFoundException($"{name} has no place in Layers.cs: decide what it may use.");

    private static ModuleDefinition Assembly(string name) =>
        ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, Layers.AssemblyOf(name) + ".dll"));

    private static string[] OwnReferences(string name)
    {
        using ModuleDefinition module = Assembly(name);
        return module.AssemblyReferences.Select(reference => reference.Name)
            .Where(used => used.StartsWith("MagHopfield.", StringComparison.Ordinal)).ToArray();
    }

    private static HashSet<string> Reachable(string name)
    {
        ProjectFile[] projects = ProjectFile.Product();
        HashSet<string> reached = [];
        Queue<string> waiting = new([name]);
        while (waiting.TryDequeue(out string? current))
        {
            foreach (string used in projects.Single(project => project.Name == current).Projects.Where(reached.Add))
                waiting.Enqueue(used);
        }

        return reached;
    }
}
