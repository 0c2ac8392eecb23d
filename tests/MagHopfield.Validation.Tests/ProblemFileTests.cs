namespace MagHopfield.Validation.Tests;

/// <summary>The committed problem files are those that `validate` runs.</summary>
public class ProblemFileTests
{
    public static TheoryData<string, string> Files => new()
    {
        { "standard-problem-2.toml", StandardProblem2.Text(20, 34) },
        { "standard-problem-3-flower.toml", StandardProblem3.Text(8.47, 20, "flower") },
        { "standard-problem-3-vortex.toml", StandardProblem3.Text(8.47, 20, "vortex") },
        { "standard-problem-4-field1.toml", StandardProblem4.Text(1, 200, 50) },
        { "standard-problem-4-field2.toml", StandardProblem4.Text(2, 200, 50) },
        { "standard-problem-5.toml", StandardProblem5.Text(32, 4) },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_example_is_what_validate_runs(string file, string text)
    {
        string path = Path.Combine(Repository.Root, "examples", file);
        if (Environment.GetEnvironmentVariable("MAGHOPFIELD_WRITE_EXAMPLES") is not null)
            File.WriteAllText(path, text);
        Assert.Equal(text, File.ReadAllText(path));
    }
}
