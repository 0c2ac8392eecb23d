using System.Text.Json;
using MagHopfield.Studies.Records;

namespace MagHopfield.Studies.Tests;

/// <summary>From a class to its page, data and table.</summary>
public sealed class StudyRunTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("maghopfield-study").FullName, "out");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public void A_class_is_found_by_itself() => Assert.Single(Study.In(typeof(PendulumStudy).Assembly), s => s is PendulumStudy);

    [Fact]
    public void Page_data_and_table_hold_what_the_record_holds()
    {
        (StudyRecord record, IReadOnlyList<StudyFile> files) =
            new StudyRun(new PendulumStudy()) { Folder = _folder, Command = "maghopfield pendulum <x>" }.Execute(CancellationToken.None);
        Assert.Equal(["report", "data"], files.Select(f => f.What));
        Assert.True(record.Comparisons[0].Agrees);
        string page = File.ReadAllText(Path.Combine(_folder, "report.html"));
        Assert.Contains("1.06633", page);
        Assert.Contains("maghopfield pendulum &lt;x&gt;", page);
        JsonElement data = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "result.json"))).RootElement;
        Assert.Equal("pendulum", data.GetProperty("study").GetString());
        Assert.Equal(record.Values[0].Value, data.GetProperty("values")[0].GetProperty("value").GetDouble());
        Assert.True(data.GetProperty("comparisons")[0].GetProperty("agrees").GetBoolean());
        Assert.Equal(["amplitude\tT/T0", $"1 rad\t{record.Comparisons[0].Ours}"], File.ReadAllLines(Path.Combine(_folder, "period.tsv")));
    }

    [Fact]
    public void Fewer_terms_miss_and_the_record_says_so()
    {
        StudyRecord record = Run(new() { [PendulumStudy.Terms] = 1 });
        Assert.False(record.Comparisons[0].Agrees);
        Assert.Equal(1, record.Values[0].Value);
    }

    [Theory]
    [InlineData("before", typeof(ArgumentException))]
    [InlineData("after", typeof(OperationCanceledException))]
    public void What_fails_leaves_no_file(string when, Type error)
    {
        Assert.IsType(error, Record.Exception(() => Run(new() { [PendulumStudy.Fault] = when })));
        Assert.False(Directory.Exists(_folder) && Directory.EnumerateFileSystemEntries(_folder).Any());
    }

    [Fact]
    public void Results_of_another_command_are_not_replaced_unless_told_to()
    {
        StudyRun first = new(new PendulumStudy()) { Folder = _folder, Key = "pendulum" };
        first.Execute(CancellationToken.None);
        StudyRun other = new(new PendulumStudy())
        {
            Folder = _folder,
            Key = "pendulum --terms 2",
            Values = new Dictionary<StudyParameter, object?> { [PendulumStudy.Terms] = 2 },
        };
        Assert.Throws<IOException>(() => other.Execute(CancellationToken.None));
        new StudyRun(new PendulumStudy())
        {
            Folder = _folder,
            Key = "pendulum --terms 2",
            Overwrites = true,
        }.Execute(CancellationToken.None);
    }

    [Theory]
    [InlineData("5", "")]
    [InlineData("0", "give a whole number, 1 to 20")]
    [InlineData("2,5", "has a comma; write a decimal point, and no thousands separator: give a whole number, 1 to 20")]
    public void A_parameter_reads_its_text_or_says_how_to_mend_it(string text, string fault)
    {
        PendulumStudy.Terms.Value([text], out string found);
        Assert.Equal(fault, found);
    }

    [Fact]
    public void The_page_of_studies_names_every_parameter_with_type_range_and_default()
    {
        string page = StudiesPage.Write("maghopfield", [new PendulumStudy()]);
        Assert.Contains("| `--terms` | whole number | 1 to 20 | 6 | Terms of the series. |", page);
        Assert.Contains("out/pendulum", page);
    }

    private StudyRecord Run(Dictionary<StudyParameter, object?> values) =>
        new StudyRun(new PendulumStudy()) { Folder = _folder, Values = values }.Execute(CancellationToken.None).Record;
}
