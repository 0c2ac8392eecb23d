namespace MagHopfield.BeforeAndAfter;

/// <summary>A checkout whose command was built.</summary>
/// <param name="Folder">Top of the checkout.</param>
/// <param name="Program">Its `maghopfield.dll`.</param>
public sealed record Build(string Folder, string Program)
{
    /// <summary>Finds the command in a checkout, wherever its project lies below `host`.</summary>
    /// <param name="folder">Top of the checkout.</param>
    /// <exception cref="FileNotFoundException">The command was not built there, or not with `-c Release`.</exception>
    public static Build At(string folder)
    {
        string host = Path.Combine(Path.GetFullPath(folder), "host");
        string? program = !Directory.Exists(host) ? null : Directory.EnumerateFiles(host, "maghopfield.dll", SearchOption.AllDirectories)
            .Where(f => f.Replace('\\', '/') is string path && path.Contains("Cli/bin/Release/") && !path.Contains("/ref/"))
            .OrderByDescending(File.GetLastWriteTimeUtc).FirstOrDefault();
        return program is null
            ? throw new FileNotFoundException(
                $"'{folder}' holds no built maghopfield; build it with: dotnet build -c Release host/MagHopfield.Cli")
            : new(Path.GetFullPath(folder), program);
    }
}
