namespace MagHopfield.NanoFramework.Tests.Api;

/// <summary>One library of the device: what one fact file holds.</summary>
internal sealed class ApiLibrary
{
    private readonly Dictionary<string, ApiType> _types = [];

    private ApiLibrary(string name)
    {
        Name = name;
    }

    /// <summary>Name of the assembly.</summary>
    public string Name { get; }

    /// <summary>Types that stand in no other type.</summary>
    public List<ApiType> TopLevelTypes { get; } = [];

    public IReadOnlyDictionary<string, ApiType> Types => _types;

    public static ApiLibrary Load(string file)
    {
        ApiLibrary library = new(Path.GetFileNameWithoutExtension(file));
        ApiType? current = null;
        foreach (string line in File.ReadAllLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            ApiFact fact = ApiFact.Parse(line);
            if (fact.IsType)
            {
                current = new ApiType(fact);
                library._types.Add(fact.Name, current);
            }
            else if (current != null && fact.Name.StartsWith(current.FullName + ".", StringComparison.Ordinal))
            {
                current.Members.Add(fact);
            }
            else
            {
                throw new FormatException($"{file}: member {fact.Name} does not follow its type.");
            }
        }

        foreach (ApiType type in library._types.Values)
        {
            bool nested = library._types.TryGetValue(type.Namespace, out ApiType? outer);
            (nested ? outer!.Nested : library.TopLevelTypes).Add(type);
        }

        return library;
    }
}
