using System.Text.RegularExpressions;
using Mono.Cecil;

namespace MagHopfield.Architecture.Tests;

/// <summary>A reader finds the code by the folders: each is a namespace, and they use each other one way.</summary>
public sealed partial class LayoutTests
{
    private const int Columns = 140;

    // Each chip has an enum of its registers, each program its entry.
    private static readonly string[] OftenNamed = ["Register", "Program"];

    public static TheoryData<string> Projects => new(ProjectFile.Product().Select(project => project.Name));

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_namespace_of_a_file_is_its_folder(string name)
    {
        string folder = Folder(name);
        Assert.All(SourceFiles(folder), file =>
        {
            Match declared = Namespace().Match(File.ReadAllText(file));
            string below = Path.GetRelativePath(folder, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');
            string expected = below == "." ? name : $"{name}.{below}";
            Assert.True(
                !declared.Success || declared.Groups[1].Value == expected,
                $"{file} declares {declared.Groups[1].Value}; its folder is {expected}.");
        });
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_folders_of_a_project_use_each_other_one_way(string name)
    {
        FolderGraph graph = FolderGraph.Of(Path.Combine(AppContext.BaseDirectory, Layers.AssemblyOf(name) + ".dll"));
        Assert.Equal([], graph.Cycles());
    }

    [Fact]
    public void A_cycle_of_folders_is_found_with_what_makes_it()
    {
        FolderGraph graph = new();
        graph.Add("A", "B", "A.x uses B.y");
        graph.Add("B", "C", "B.y uses C.z");
        graph.Add("C", "A", "C.z uses A.x");
        graph.Add("C", "D", "C.z uses D.w");
        Assert.Equal(["A, B, C: A.x uses B.y; B.y uses C.z; C.z uses A.x"], graph.Cycles());
    }

    [Fact]
    public void A_type_is_named_as_no_other_of_the_product()
    {
        var all =
            from project in ProjectFile.Product()
            from type in Types(Path.Combine(AppContext.BaseDirectory, Layers.AssemblyOf(project.Name) + ".dll"))
            where !OftenNamed.Contains(type.Name)
            group type.FullName by type.Name into named
            where named.Count() > 1
            select string.Join(", ", named);
        Assert.Empty(all);
    }

    [Fact]
    public void Lines_of_code_fit_in_the_columns_of_the_editor_settings()
    {
        Assert.Contains($"max_line_length = {Columns}", File.ReadAllText(Path.Combine(ProjectFile.Root, ".editorconfig")));
        string[] folders = ["host", "shared", "firmware", "tests", "examples"];
        Assert.Empty(folders.SelectMany(folder => SourceFiles(Path.Combine(ProjectFile.Root, folder))).SelectMany(LongLines));
    }

    // What stands in a raw string literal is the text of a page, whose lines are not those of the code.
    private static IEnumerable<string> LongLines(string file)
    {
        bool isText = false;
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            bool turns = RawQuotes().Count(line) % 2 == 1;
            if (!isText && !turns && line.Length > Columns)
                yield return $"{file}({number}): {line.Length} columns";
            isText ^= turns;
        }
    }

    private static IEnumerable<TypeDefinition> Types(string assembly)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(assembly);
        return [.. module.Types.Where(type => type.Namespace.StartsWith("MagHopfield.", StringComparison.Ordinal))];
    }

    private static string Folder(string project) =>
        Path.Combine(
            ProjectFile.Root, Path.GetDirectoryName(ProjectFile.Product().Single(candidate => candidate.Name == project).Path)!);

    private static IEnumerable<string> SourceFiles(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        where !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        select file;

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex("\"\"\"")]
    private static partial Regex RawQuotes();
}
