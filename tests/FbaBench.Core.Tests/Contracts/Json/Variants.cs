using System.Collections;
using System.Reflection;

namespace FbaBench.Tests.Contracts.Json;

/// <summary>Copies of an object that differ from it in one value each, wherever in it the value stands.</summary>
internal static class Variants
{
    private static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    public static IEnumerable<(string Path, object Variant)> Of(object value, string path = "")
    {
        foreach (var property in value.GetType().GetProperties().Where(property => property.SetMethod is not null && property.GetIndexParameters().Length == 0))
        {
            var at = $"{path}/{property.Name}";
            foreach (var (place, changed) in OfValue(property.GetValue(value), property.PropertyType, at))
            {
                var copy = Clone.Invoke(value, null)!;
                property.SetValue(copy, changed);
                yield return (place, copy);
            }
        }
    }

    private static IEnumerable<(string Path, object? Variant)> OfValue(object? value, Type type, string path)
    {
        if (value is null)
        {
            yield break;
        }

        if (Nullable.GetUnderlyingType(type) is not null)
        {
            yield return (path + "=null", null);
        }

        if (Other(value) is { } other)
        {
            yield return (path, other);
        }
        else if (value is IList list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                foreach (var (place, changed) in OfValue(list[i], list[i]!.GetType(), $"{path}[{i}]"))
                {
                    var copy = Array.CreateInstance(list[i]!.GetType(), list.Count);
                    list.CopyTo(copy, 0);
                    copy.SetValue(changed, i);
                    yield return (place, copy);
                }
            }
        }
        else if (value is not (OfferId or SupplierId or Enum))
        {
            foreach (var variant in Of(value, path))
            {
                yield return variant;
            }
        }
    }

    /// <summary>Another value of the same type; null for what has parts, for handles, and for enum members, which have their own tests.</summary>
    private static object? Other(object value) => value switch
    {
        bool flag => !flag,
        int number => number + 1,
        long number => number + 1,
        double number => (number * 2) + 0.01,
        decimal number => (number * 2) + 0.01m,
        string text => text + "x",
        Money money => new Money(money.Cents + 1),
        SimDate date => date.AddDays(1),
        FeeExemption exemption => exemption == FeeExemption.SmallVolume ? FeeExemption.None : exemption + 1,
        OrderStage stage => stage == OrderStage.Receiving ? OrderStage.InProduction : stage + 1,
        SizeClass size => size == SizeClass.Bulky ? SizeClass.Standard : SizeClass.Bulky,
        RefusalReason reason => reason == RefusalReason.NoReviews ? RefusalReason.UnknownCommand : reason + 1,
        _ => null,
    };
}
