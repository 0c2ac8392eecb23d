using System.Reflection;

namespace MagHopfield.DeviceMemory.Tests.Recording;

/// <summary>Walks from named objects, and from the static fields of the firmware, to all that they hold, nearest first.</summary>
internal sealed class ObjectWalk(Assembly[] recorded)
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const BindingFlags OfTypes = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, FieldInfo[]> Fields = [];

    /// <summary>Instance fields of a type and its base classes.</summary>
    public static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (Type? own = type; own != null; own = own.BaseType)
        {
            foreach (FieldInfo field in own.GetFields(Own))
                yield return field;
        }
    }

    /// <summary>Every object once, with the way to it.</summary>
    /// <param name="roots">Objects to begin with, by name.</param>
    /// <param name="seen">Gathers what was visited.</param>
    public IEnumerable<(object Instance, string Path)> From(IReadOnlyDictionary<string, object> roots, HashSet<object> seen)
    {
        Queue<(object Instance, string Path)> waiting = new();
        foreach ((string name, object root) in roots)
            Enqueue(root, name);

        foreach (Type type in recorded.SelectMany(assembly => assembly.GetTypes()))
        {
            foreach (FieldInfo field in type.GetFields(OfTypes).Where(field => !field.IsLiteral && !field.FieldType.IsValueType))
                Enqueue(field.GetValue(null), $"statics.{(type.DeclaringType ?? type).Name}");
        }

        while (waiting.TryDequeue(out (object Instance, string Path) next))
        {
            yield return next;
            switch (next.Instance)
            {
                case string:
                    break;
                case Delegate made:
                    Enqueue(made.Target, next.Path);
                    break;
                case Array { Rank: 1 } array when !array.GetType().GetElementType()!.IsValueType:
                    foreach (object? element in array)
                        Enqueue(element, next.Path);

                    break;
                default:
                    if (IsWalked(next.Instance.GetType()))
                    {
                        foreach (FieldInfo field in Cached(next.Instance.GetType()))
                            Enqueue(field.GetValue(next.Instance), $"{next.Path}.{Name(field)}");
                    }

                    break;
            }
        }

        void Enqueue(object? instance, string path)
        {
            if (instance != null && seen.Add(instance))
                waiting.Enqueue((instance, path));
        }
    }

    // Of the host's own objects only those that stand for the head of the firmware are looked into.
    private bool IsWalked(Type type) => recorded.Contains(type.Assembly) || type.IsDefined(typeof(StandsForHeadAttribute), false);

    private static FieldInfo[] Cached(Type type)
    {
        if (!Fields.TryGetValue(type, out FieldInfo[]? fields))
        {
            fields = [.. FieldsOf(type).Where(field => !field.FieldType.IsValueType)];
            Fields.Add(type, fields);
        }

        return fields;
    }

    private static string Name(FieldInfo field) =>
        field.Name[0] == '<' ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
}
