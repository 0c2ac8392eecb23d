using System.Text.Json;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Papers.Niu2024.Figure3;
using MagHopfield.Papers.Niu2024.Figure4;
using MagHopfield.Papers.Niu2024.Inference;
using MagHopfield.Papers.Niu2024.Pulses;
using MagHopfield.Papers.Niu2024.Repeatability;
using MagHopfield.Papers.Niu2024.Surrogate;
using MagHopfield.Store;
using MagHopfield.Studies.Records;

namespace MagHopfield.Papers.Niu2024.Tests;

/// <summary>A study that was ended after any of its parts goes on from them, and comes out as if it had not been ended.</summary>
public class ContinuationTests
{
    private static readonly FilmParameters Film = FilmParameters.Preset("niu2024-held").WithCells(0.16);

    [Theory]
    [InlineData("fig3", 3)]
    [InlineData("fig4", 2)]
    [InlineData("pulse", 6)]
    [InlineData("inference", 3)]
    [InlineData("repeatability", 2)]
    [InlineData("surrogate", 2)]
    public void A_study_ended_after_any_part_comes_out_the_same_and_computes_no_part_again(string study, int parts)
    {
        string whole = Directory.CreateTempSubdirectory().FullName, pieces = Directory.CreateTempSubdirectory().FullName;
        string expected = Text(Run(study, ResultStore.None));
        Assert.Equal(expected, Text(Run(study, In(whole))));
        FileInfo[] all = [.. new DirectoryInfo(whole).GetFiles("*.part").OrderBy(f => f.LastWriteTimeUtc)];
        Assert.Equal(parts, all.Length);
        for (int done = 0; done <= parts; done++)
        {
            foreach (FileInfo part in new DirectoryInfo(pieces).GetFiles())
                part.Delete();
            FileInfo[] kept = [.. all[..done].Select(f => f.CopyTo(Path.Combine(pieces, f.Name)))];
            DateTime[] written = [.. kept.Select(f => f.LastWriteTimeUtc)];
            Assert.Equal(expected, Text(Run(study, In(pieces))));
            Assert.Equal(parts, Directory.GetFiles(pieces, "*.part").Length);

            // One that is computed again is written again.
            Assert.Equal(written, kept.Select(f => new FileInfo(f.FullName).LastWriteTimeUtc));
            Assert.All(all, f => Assert.Equal(File.ReadAllBytes(f.FullName), File.ReadAllBytes(Path.Combine(pieces, f.Name))));
        }

        Directory.Delete(whole, true);
        Directory.Delete(pieces, true);
    }

    [Fact]
    public void Studies_of_one_film_share_what_they_have_in_common()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string inference = Text(Run("inference", In(folder)));
        int before = Directory.GetFiles(folder, "*.part").Length;
        Assert.Equal(Text(Run("surrogate", ResultStore.None)), Text(Run("surrogate", In(folder))));
        Assert.Equal(before + 1, Directory.GetFiles(folder, "*.part").Length);
        Assert.Equal(inference, Text(Run("inference", ResultStore.None)));
        Directory.Delete(folder, true);
    }

    private static ResultStore In(string folder) => new(folder, new ProgramBuild("test"));

    private static StudyRecord Run(string study, ResultStore store)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        return study switch
        {
            "fig3" => Figure3Study.Of(
                new Niu2024Figure3(new Figure3Parameters(Film) { Pulses = 4, Snapshots = [0, 2, 4] }).Run(store, null, cancellation)),
            "fig4" => Figure4Study.Of(new Niu2024Figure4(Film) { Retention = [1e-9, 2e-9] }.Run(store, null, cancellation)),
            "pulse" => Niu2024Pulse.Report(
                new Niu2024Pulse(Film) { Widths = [1e-9, 5e-9], Rises = [1e-9] }.Run(store, null, cancellation)),
            "inference" => InferenceStudy.Of(
                new Niu2024Inference(Film) { AmrRatios = [0.02, 0.08], Repeats = 2 }.Run(store, null, cancellation)),
            "repeatability" => Niu2024Repeatability.Report(
                new Niu2024Repeatability(Film) { Rounds = 2, Warm = (300, 2e-9) }.Run(store, null, cancellation)),
            _ => SurrogateStudy.Of(new Niu2024Surrogate(Film) { Pulses = 20 }.Run(store, null, cancellation)),
        };
    }

    // All numbers of the data, with all their digits, and what is said of them.
    private static string Text(StudyRecord record) => string.Join(
        "\n", record.Data.Select(d => JsonSerializer.Serialize(d.Value, d.Type)).Concat(record.Comparisons.Select(c => c.ToString())));
}
