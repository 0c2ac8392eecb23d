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
        Assert.NotEmpty(Pages.All);
        Assert.All(Pages.All, page => Assert.DoesNotMatch(@"(?i)\b(nuget|pypi|npmjs|crates)\.(org|io|com)\b", File.ReadAllText(page)));
    }
}
