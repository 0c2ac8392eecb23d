namespace MagHopfield.Architecture.Tests;

public class ReadmeTests
{
    [Theory]
    [InlineData("dotnet run -c Release --project host/MagHopfield.Cli -- demo")]
    [InlineData("dotnet test --solution MagHopfield.sln -c Release")]
    public void The_commands_of_the_README_are_those_that_CI_runs(string command)
    {
        string root = ProjectFile.Root;
        Assert.Contains($"\n{command}\n", File.ReadAllText(Path.Combine(root, "README.md")));
        Assert.Contains($"\n{command}\n", File.ReadAllText(Path.Combine(root, ".ci", "run")));
    }

    [Fact]
    public void No_page_names_a_package_registry_by_its_host()
    {
        string[] pages = [.. Directory.EnumerateFiles(ProjectFile.Root, "*.md", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or ".git" or "out"))];
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.DoesNotMatch(@"(?i)\b(nuget|pypi|npmjs|crates)\.(org|io|com)\b", File.ReadAllText(page)));
    }
}
