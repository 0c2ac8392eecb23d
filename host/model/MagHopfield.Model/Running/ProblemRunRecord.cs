using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using MagHopfield.Model.Files;
using MagHopfield.Model.Magnet;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Running;

/// <summary>The record of how results came about.</summary>
internal static class ProblemRunRecord
{
    private static readonly RunJson Forms = new(new(RunJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Version of the program.</summary>
    public static string Version { get; } =
        typeof(ProblemRunRecord).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The record of a run that ends now, as JSON.</summary>
    public static string Json(
        ProblemFile file, IReadOnlyList<StageOutcome> stages, string command, bool resumed, int threads, DateTime started)
    {
        Problem p = file.Problem;
        ProblemDocument document = ProblemDocument.Of(file);
        Dictionary<string, object?> record = new()
        {
            ["title"] = p.Title,
            ["command"] = command,
            ["version"] = Version,
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["machine"] =
                $"{RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores",
            ["threads"] = threads,
            ["started"] = started.ToString("O"),
            ["seconds"] = (DateTime.UtcNow - started).TotalSeconds,
            ["resumed"] = resumed,
            ["problem_file"] = file.Source,
            ["problem_sha256"] = file.TextHash,
            ["input_sha256"] = file.Inputs.ToDictionary(i => i.Key, i => i.Value),
            ["precision"] = p.Precision.ToString().ToLowerInvariant(),
            ["cells"] = new[] { p.Mesh.Nx, p.Mesh.Ny, p.Mesh.Nz },
            ["cell_size_m"] = new[] { p.Mesh.Dx, p.Mesh.Dy, p.Mesh.Dz },
            ["document"] = document.Text.TrimEnd().Split('\n'),
            ["document_sha256"] = document.Hash,
            ["initial_seed"] = p.Initial.State is InitialKind.Random or InitialKind.Maze ? p.Initial.Seed : null,
            ["thermal_seed"] = p.Terms.Select(term => term.Seed).FirstOrDefault(seed => seed is not null),
            ["stages"] = stages.ToArray(),
        };
        return JsonSerializer.Serialize(record, Forms.DictionaryStringObject) + "\n";
    }
}
